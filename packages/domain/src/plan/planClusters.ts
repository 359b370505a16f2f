import type { DesiredCluster, DesiredEnvironment } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import { runningStepIds } from './planInstances.ts';
import { shutdownSeconds } from './shutdownSeconds.ts';
import type { Step } from './step.ts';
import { createStepId } from './stepIds.ts';

export function clusterStepId(element: string): string {
  return `cluster ${element}`;
}

/** Clusters form by themselves when their nodes boot; workers are handed credentials, and readiness is waited for. */
export function planClusters(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  return desired.clusters
    .filter(({ stopped }) => !stopped)
    .flatMap((cluster) => planCluster(desired, cluster, observed, planned));
}

/**
 * A control plane made anew has a new authority. The workers' marks go before it is made: whoever is killed before they
 * have joined again would otherwise leave workers that look as if they had.
 */
export function planForgetting(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  return desired.clusters
    .filter(({ controlPlane }) => planned.has(createStepId(controlPlane)))
    .flatMap(({ element, workers }) =>
      workers
        .filter(({ instance }) => {
          const found = observed.instances.find(({ name }) => name === instance);
          return found?.config[labels.joined] !== undefined && !planned.has(createStepId(instance));
        })
        .map(({ instance, nodeName }): Step => ({
          id: forgetStepId(instance),
          title: `Let ${nodeName} leave the former cluster ${element}`,
          element,
          needs: [],
          action: {
            type: 'update-instance',
            instance,
            config: { [labels.joined]: '' },
            devices: {},
            then: 'nothing',
            shutdownSeconds: shutdownSeconds('worker'),
          },
        })),
    );
}

function forgetStepId(instance: string): string {
  return `forget ${instance}`;
}

/** Lets the control planes wait until their workers have forgotten the one before. */
export function afterForgetting(
  desired: DesiredEnvironment,
  steps: readonly Step[],
  forgetting: ReadonlySet<string>,
): Step[] {
  const needs = new Map(
    desired.clusters.map(({ controlPlane, workers }) => [
      createStepId(controlPlane),
      workers.map(({ instance }) => forgetStepId(instance)).filter((id) => forgetting.has(id)),
    ]),
  );
  return steps.map((step) => ({ ...step, needs: [...step.needs, ...(needs.get(step.id) ?? [])] }));
}

function planCluster(
  desired: DesiredEnvironment,
  cluster: DesiredCluster,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  const controlPlaneSteps = runningStepIds(cluster.controlPlane, planned);
  const joins = cluster.workers
    .filter((worker) => {
      const found = observed.instances.find(({ name }) => name === worker.instance);
      // A control plane made anew has a new authority: what the workers hold is worth nothing then.
      const isMadeAnew = [worker.instance, cluster.controlPlane].some((name) =>
        planned.has(createStepId(name)),
      );
      return isMadeAnew || found?.config[labels.joined] !== desired.key;
    })
    .map((worker): Step => ({
      id: `join ${worker.instance}`,
      title: `Let ${worker.nodeName} join the cluster ${cluster.element}`,
      element: cluster.element,
      needs: [...controlPlaneSteps, ...runningStepIds(worker.instance, planned)],
      action: {
        type: 'join-worker',
        controlPlane: cluster.controlPlane,
        worker,
        environmentKey: desired.key,
      },
    }));
  const nodes = [cluster.element, ...cluster.workers.map(({ nodeName }) => nodeName)];
  const found = observed.clusters[cluster.element];
  const isReady = found?.ready === true && nodes.every((node) => found.readyNodes.includes(node));
  const workerSteps = cluster.workers.flatMap(({ instance }) => runningStepIds(instance, planned));
  const before = [...controlPlaneSteps, ...workerSteps, ...joins.map(({ id }) => id)];
  if (isReady && before.length === 0) return joins;
  return [
    ...joins,
    {
      id: clusterStepId(cluster.element),
      title: `Wait for Kubernetes on ${cluster.element}`,
      element: cluster.element,
      needs: before,
      action: { type: 'wait-cluster', controlPlane: cluster.controlPlane, nodes },
    },
  ];
}
