import type { DesiredApp, DesiredEnvironment } from '../environment/desired.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import { needsNewApp } from './desiredApp.ts';
import { clusterStepId } from './planClusters.ts';
import type { Step } from './step.ts';

/** Apps are put on clusters that are ready, and those that nobody wants any more are taken off. */
export function planApps(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  const clusters = desired.clusters.filter(({ stopped }) => !stopped);
  const wanted = desired.apps
    .filter((app) => clusters.some(({ element }) => element === app.cluster))
    .flatMap((app) => planApp(app, observed, planned));
  const surplus = clusters.flatMap((cluster) =>
    Object.keys(observed.clusters[cluster.element]?.apps ?? {})
      .filter((name) => !desired.apps.some((app) => app.element === name))
      .map((name) =>
        removeStep(name, cluster.controlPlane, clusterNeeds(cluster.element, planned)),
      ),
  );
  return [...wanted, ...surplus];
}

function planApp(
  app: DesiredApp,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  const needs = clusterNeeds(app.cluster, planned);
  const found = observed.clusters[app.cluster]?.apps[app.element];
  const isApplied = found?.hash === app.hash;
  // Without pods nothing is there that could answer.
  const answers = app.stopped ?? (found?.available === true && needs.length === 0);
  if (isApplied) return answers ? [] : [waitStep(app, needs)];
  const removal =
    found && needsNewApp(found.hash, app.hash)
      ? [removeStep(app.element, app.controlPlane, needs)]
      : [];
  const apply: Step = {
    id: `apply app ${app.element}`,
    title: app.stopped ? `Stop ${app.element}` : `Put ${app.element} on ${app.cluster}`,
    element: app.element,
    needs: [...needs, ...removal.map(({ id }) => id)],
    action: { type: 'apply-app', app },
  };
  return [...removal, apply, ...(app.stopped ? [] : [waitStep(app, [apply.id])])];
}

function waitStep(app: DesiredApp, needs: readonly string[]): Step {
  return {
    id: `app ${app.element}`,
    title: `Wait until ${app.element} answers`,
    element: app.element,
    needs,
    action: { type: 'wait-app', app },
  };
}

function removeStep(app: string, controlPlane: string, needs: readonly string[]): Step {
  return {
    id: `remove app ${app}`,
    title: `Remove ${app}`,
    element: app,
    needs,
    action: { type: 'remove-app', controlPlane, app },
  };
}

function clusterNeeds(cluster: string, planned: ReadonlySet<string>): string[] {
  return [clusterStepId(cluster)].filter((id) => planned.has(id));
}
