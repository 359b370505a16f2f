import type { DesiredEnvironment } from '../environment/desired.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import type { Step } from './step.ts';
import { bridgeStepId } from './stepIds.ts';

/** Bridges that lack, and whether packets may leave. */
export function planNetworks(desired: DesiredEnvironment, observed: ObservedEnvironment): Step[] {
  const missing = desired.networks
    .filter((network) => !observed.bridges.includes(network.bridge))
    .map((network): Step => ({
      id: bridgeStepId(network.bridge),
      title: `Make network ${network.name}`,
      needs: [],
      action: { type: 'ensure-bridge', bridge: network.bridge },
    }));
  const allowed = desired.egress && desired.wanted === 'running';
  const egress: Step = {
    id: 'egress',
    title: allowed ? 'Open the way to the internet' : 'Close the way to the internet',
    needs: [],
    action: { type: 'set-egress', uplinkAddress: desired.uplinkAddress, allowed },
  };
  return [...missing, ...(observed.egress === allowed ? [] : [egress])];
}

/** Bridges that nobody wants any more go after the instances' own steps (`planned`), so that none loses its network early. */
export function planSurplusBridges(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  const wanted = new Set(desired.networks.map(({ bridge }) => bridge));
  return observed.bridges
    .filter((bridge) => !wanted.has(bridge))
    .map((bridge) => ({
      id: `remove ${bridgeStepId(bridge)}`,
      title: 'Remove a network that is not in the lab any more',
      needs: [...planned],
      action: { type: 'remove-bridge', bridge },
    }));
}
