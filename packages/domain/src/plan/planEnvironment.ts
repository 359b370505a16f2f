import type { DesiredEnvironment } from '../environment/desired.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import { planApps } from './planApps.ts';
import { afterForgetting, planClusters, planForgetting } from './planClusters.ts';
import { planGuests } from './planGuests.ts';
import { planInstances } from './planInstances.ts';
import { planNetworks, planSurplusBridges } from './planNetworks.ts';
import { planRemoval } from './planRemoval.ts';
import type { Step } from './step.ts';

/**
 * What has to be done so that the environment becomes as wanted; nothing when it is so already. Pure: the same input gives
 * the same steps, and planning again after any of them leads to the same end.
 */
export function planEnvironment(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
): Step[] {
  if (desired.wanted === 'absent') return planRemoval(desired, observed);
  const networks = planNetworks(desired, observed);
  const instances = planInstances(desired, observed, stepIds(networks));
  const surplusBridges = planSurplusBridges(desired, observed, stepIds(instances));
  if (desired.wanted === 'stopped') return [...networks, ...instances, ...surplusBridges];
  const forgetting = planForgetting(desired, observed, stepIds(instances));
  const made = afterForgetting(desired, instances, stepIds(forgetting));
  const clusters = planClusters(desired, observed, stepIds(instances));
  const guests = planGuests(desired, observed, stepIds(instances));
  const apps = planApps(desired, observed, stepIds(clusters));
  return [...networks, ...forgetting, ...made, ...surplusBridges, ...guests, ...clusters, ...apps];
}

function stepIds(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(steps.map((step) => step.id));
}
