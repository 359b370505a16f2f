import type { DesiredEnvironment, DesiredInstance } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ElementWishes } from '../environment/wishes.ts';

/** Puts what is wanted of single elements into what is wanted of their instances, and of what runs on those. */
export function applyWishes(
  desired: DesiredEnvironment,
  wishes: ElementWishes,
): DesiredEnvironment {
  const isStopped = (element: string): boolean => wishes[element]?.stopped === true;
  return {
    ...desired,
    instances: desired.instances.map((instance) => applyTo(instance, wishes)),
    clusters: desired.clusters.map((cluster) =>
      isStopped(cluster.element) ? { ...cluster, stopped: true } : cluster,
    ),
    apps: desired.apps.map((app) => (isStopped(app.cluster) ? { ...app, stopped: true } : app)),
  };
}

function applyTo(instance: DesiredInstance, wishes: ElementWishes): DesiredInstance {
  const { restarts, reset, stopped } = wishes[instance.element] ?? {};
  return {
    ...instance,
    // Labels: whoever is killed in the middle leaves a difference, and at the end there is none.
    config: {
      ...instance.config,
      ...(restarts !== undefined && { [labels.restarts]: String(restarts) }),
      ...(reset !== undefined && { [labels.reset]: reset }),
    },
    ...(stopped && { stopped }),
  };
}
