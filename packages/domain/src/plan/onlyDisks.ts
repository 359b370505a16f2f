import type { DesiredEnvironment, DesiredInstance } from '../environment/desired.ts';
import { keptDevices } from './instanceDrift.ts';

/**
 * What is left of a lab in a checkpoint: the disks of its machines, as instances that never run. The gateway has nothing
 * on its disk that does not come from the blueprint.
 */
export function onlyDisks(desired: DesiredEnvironment): DesiredEnvironment {
  return {
    ...desired,
    egress: false,
    networks: [],
    instances: desired.instances.filter(({ role }) => role !== 'gateway').map(toDisk),
    clusters: [],
    apps: [],
  };
}

function toDisk(instance: DesiredInstance): DesiredInstance {
  const devices = Object.entries(instance.devices).map(([name, device]) => {
    const isKept = name === 'root' || keptDevices.has(name);
    // `none` hides what comes with the original, such as a card in a network that may be gone.
    return [name, isKept ? device : { type: 'none' }] as const;
  });
  return { ...instance, devices: Object.fromEntries(devices), addresses: [], bridges: [] };
}
