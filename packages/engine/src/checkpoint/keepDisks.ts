import { beforeDevice, labels } from '@labcast/domain';
import type { DesiredInstance } from '@labcast/domain';
import { IncusError } from '@labcast/incus';
import type { Instance } from '@labcast/incus';
import type { Checkpoint, Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { desiredEnvironment } from '../reconcile/desiredEnvironment.ts';
import { devicesOfCopy } from '../resources/instance/createInstance.ts';
import { all, snapshotName } from './snapshotTogether.ts';

/**
 * Makes stopped copies of the snapshots, which nothing that happens to the environment reaches any more. A copy that an
 * earlier try began is made anew: nobody can tell whether it is whole, and it costs a tenth of a second.
 */
export async function keepDisks(
  { source, machines }: { source: Environment; machines: readonly Instance[] },
  checkpoint: Checkpoint,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store } = deps;
  const holder = await store.getEnvironment(checkpoint.environmentId);
  const desired = await desiredEnvironment(holder, deps);
  const originals = new Map(machines.map((machine) => [machine.name, machine] as const));
  await all(desired.instances, async (instance) => {
    const name = originalOf(instance, source);
    const original = originals.get(name);
    // An element that was not made when the checkpoint was taken is made from its image in every copy.
    if (!original) return;
    await store.openLedgerRow(holder.id, 'instance', instance.name);
    await deps.inTurn(async () => {
      signal.throwIfAborted();
      const from = { instance: name, snapshot: snapshotName(checkpoint) };
      await copyDisk(withoutBefore(instance, original), from, deps);
    });
  });
  await store.markSeen(
    holder.id,
    'instance',
    desired.instances.map(({ name }) => name),
  );
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

async function copyDisk(
  instance: DesiredInstance,
  from: { instance: string; snapshot: string },
  { incus }: ReconcileDeps,
): Promise<void> {
  const { name, config } = instance;
  const spec = { name, from, config, devices: devicesOfCopy(instance), start: false };
  try {
    await incus.copyInstance(spec);
  } catch (error) {
    if (!(error instanceof IncusError) || error.kind !== 'conflict') throw error;
    await incus.removeInstance(name);
    await incus.copyInstance(spec);
  }
}
