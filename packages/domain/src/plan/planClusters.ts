import type { DesiredCluster, DesiredEnvironment } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import { createStepId, runningStepIds } from './planInstances.ts';
import type { Step } from './step.ts';

export function clusterStepId(element: string): string {
  return `cluster ${element}`;
}

/** Clusters form by themselves when their nodes boot; workers are handed credentials, and readiness is waited for. */
export function planClusters(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  return desired.clusters.flatMap((cluster) => planCluster(desired, cluster, observed, planned));
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
