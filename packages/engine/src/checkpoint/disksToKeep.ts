import { beforeDevice, labels } from '@labcast/domain';
import type { DesiredInstance } from '@labcast/domain';
import type { CopySpec, Instance } from '@labcast/incus';
import type { Checkpoint, Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { listOwnInstances } from '../observe/listOwnInstances.ts';
import { desiredEnvironment } from '../reconcile/desiredEnvironment.ts';
import { devicesOfCopy } from '../resources/instance/createInstance.ts';

/** Of all that has a disk worth keeping; a gateway's comes from the blueprint. */
export async function machinesOf(
  environment: Environment,
  incus: ReconcileDeps['incus'],
): Promise<Instance[]> {
  const own = await listOwnInstances(environment, incus);
  return own.filter(({ config }) => config[labels.role] !== 'gateway');
}

/**
 * The stopped copies of which the checkpoint will consist. An element that has no machine yet is made from its image in
 * every copy of the checkpoint.
 */
export async function disksToKeep(
  { source, machines }: { source: Environment; machines: readonly Instance[] },
  checkpoint: Checkpoint,
  deps: ReconcileDeps,
): Promise<CopySpec[]> {
  const holder = await deps.store.getEnvironment(checkpoint.environmentId);
  const desired = await desiredEnvironment(holder, deps);
  const originals = new Map(machines.map((machine) => [machine.name, machine] as const));
  return desired.instances.flatMap((instance) => {
    const original = originals.get(originalOf(instance, source));
    if (!original) return [];
    const { name, config } = instance;
    const devices = devicesOfCopy(withoutBefore(instance, original));
    return [{ name, from: { instance: original.name }, config, devices, start: false }];
  });
}

/** `k3abcde-web` for `x9fghij-web`. */
function originalOf({ name, config }: DesiredInstance, { key }: Environment): string {
  const own = config[labels.environment] ?? '';
  return key + name.slice(own.length);
}

/** The disk from before an update is another checkpoint's, and not a part of this one. */
function withoutBefore(instance: DesiredInstance, { devices }: Instance): DesiredInstance {
  if (!devices[beforeDevice]) return instance;
  return { ...instance, devices: { ...instance.devices, [beforeDevice]: { type: 'none' } } };
}
