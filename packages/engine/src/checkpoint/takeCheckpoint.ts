import { setTimeout as sleep } from 'node:timers/promises';
import { LabcastError } from '@labcast/domain';
import type { Checkpoint, EnvironmentId, EnvironmentLock } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { copyTogether, releaseFrozen } from './copyTogether.ts';
import { disksToKeep, machinesOf } from './disksToKeep.ts';
import { measureUse } from './measureUse.ts';

/**
 * Carries one checkpoint from wherever it stands to its end, kept or failed. Whoever is killed on the way leaves one that
 * the next begins anew.
 */
export async function takeCheckpoint(
  checkpoint: Checkpoint,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store, logger } = deps;
  // Nothing is made, changed or removed in the lab meanwhile.
  const source = await lockLab(checkpoint.sourceId, deps, signal);
  // And nobody notes that a copy is gone which is about to be made anew.
  const holder = await lockLab(checkpoint.environmentId, deps, signal).catch(
    async (error: unknown) => {
      await source.release();
      throw error;
    },
  );
  const mayGoOn = AbortSignal.any([signal, source.lost, holder.lost]);
  try {
    await copyAll(checkpoint, deps, mayGoOn);
  } catch (error) {
    if (mayGoOn.aborted) throw error;
    const { message, next } = describeFailure(error, `Take checkpoint c${checkpoint.number}`);
    if (next === 'wait') throw error;
    logger.warn({ err: error, checkpointId: checkpoint.id }, message);
    await store.saveCheckpoint(checkpoint.id, { state: 'failed', error: message });
    // Half a checkpoint serves nobody.
    await store.changeWanted(checkpoint.environmentId, { wanted: 'absent' });
  } finally {
    await Promise.all([holder.release(), source.release()]);
  }
}

async function copyAll(
  checkpoint: Checkpoint,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store, incus } = deps;
  const { id, environmentId, sourceId } = checkpoint;
  const source = await store.getEnvironment(sourceId);
  // Once: each such look costs Incus more, the more instances there are.
  const machines = await machinesOf(source, incus);
  if (machines.length === 0) throw nothingToKeep(`${source.assignmentName}/${source.name}`);
  await releaseFrozen(machines, deps);
  await removeBegun(checkpoint, deps);
  const copies = await disksToKeep({ source, machines }, checkpoint, deps);
  for (const { name } of copies) await store.openLedgerRow(environmentId, 'instance', name);
  const [usage, taken] = await Promise.all([
    measureUse(source, machines, deps),
    copyTogether(machines, copies, deps, signal),
  ]);
  const names = copies.map(({ name }) => name);
  await store.markSeen(environmentId, 'instance', names);
  await store.saveCheckpoint(id, { state: 'kept', usage, ...taken });
}

/** Copies of an earlier try are of another moment, and nobody can tell whether they are whole. */
async function removeBegun(
  { environmentId }: Checkpoint,
  { store, incus }: ReconcileDeps,
): Promise<void> {
  const rows = await store.listLedger(environmentId);
  const begun = rows.filter(({ kind, goneAt }) => kind === 'instance' && !goneAt);
  await Promise.all(begun.map(({ name }) => incus.removeInstance(name)));
}

async function lockLab(
  id: EnvironmentId,
  { store }: ReconcileDeps,
  signal: AbortSignal,
): Promise<EnvironmentLock> {
  for (;;) {
    const lock = await store.lockEnvironment(id);
    if (lock) return lock;
    await sleep(20, undefined, { signal });
  }
}

function nothingToKeep(name: string): LabcastError {
  return new LabcastError(
    'element-not-running',
    `${name} has no machine yet of which a checkpoint could be taken.`,
    {
      remedy: 'Start it, wait until it is ready, then take the checkpoint.',
    },
  );
}
