import type { DesiredApp, DesiredEnvironment } from '../environment/desired.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import { clusterStepId } from './planClusters.ts';
import type { Step } from './step.ts';

/** Apps are put on clusters that are ready, and those that nobody wants any more are taken off. */
export function planApps(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  const wanted = desired.apps.flatMap((app) => planApp(app, observed, planned));
  const surplus = desired.clusters.flatMap((cluster) =>
    Object.keys(observed.clusters[cluster.element]?.apps ?? {})
      .filter((name) => !desired.apps.some((app) => app.element === name))
      .map((name): Step => ({
        id: `remove app ${name}`,
        title: `Remove ${name}`,
        element: name,
        needs: clusterNeeds(cluster.element, planned),
        action: { type: 'remove-app', controlPlane: cluster.controlPlane, app: name },
      })),
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
  if (isApplied && found.available && needs.length === 0) return [];
  const apply: Step = {
    id: `apply app ${app.element}`,
    title: `Put ${app.element} on ${app.cluster}`,
    element: app.element,
    needs,
    action: { type: 'apply-app', app },
  };
  const wait: Step = {
    id: `app ${app.element}`,
    title: `Wait until ${app.element} answers`,
    element: app.element,
    needs: isApplied ? needs : [apply.id],
    action: { type: 'wait-app', app },
  };
  return isApplied ? [wait] : [apply, wait];
}

function clusterNeeds(cluster: string, planned: ReadonlySet<string>): string[] {
  return [clusterStepId(cluster)].filter((id) => planned.has(id));
}
