import { setTimeout as sleep } from 'node:timers/promises';
import { LabcastError } from '@labcast/domain';
import type { Checkpoint, EnvironmentLock } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { keepDisks } from './keepDisks.ts';
import { measureUse } from './measureUse.ts';
import { machinesOf, snapshotTogether, undoSnapshots } from './snapshotTogether.ts';

/**
 * Carries one checkpoint from wherever it stands to its end, kept or failed. Whoever is killed on the way leaves a state
 * from which the next one goes on: before the moment is fixed it is begun anew, after it the disks are put away.
 */
export async function takeCheckpoint(
  checkpoint: Checkpoint,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store, logger } = deps;
  const lock = await lockSource(checkpoint, deps, signal);
  const mine = AbortSignal.any([signal, lock.lost]);
  try {
    const source = await store.getEnvironment(checkpoint.sourceId);
    // Once: each such look costs Incus more, the more instances there are.
    const machines = await machinesOf(source, deps.incus);
    if (checkpoint.state === 'requested') {
      if (machines.length === 0) throw nothingToKeep(`${source.assignmentName}/${source.name}`);
      await undoSnapshots(machines, checkpoint, deps);
      const usage = await measureUse(source, machines, deps);
      const taken = await snapshotTogether(machines, checkpoint, deps, mine);
      await store.saveCheckpoint(checkpoint.id, { state: 'snapshotted', usage, ...taken });
    }
    await keepDisks({ source, machines }, checkpoint, deps, mine);
    await undoSnapshots(machines, checkpoint, deps);
    await store.saveCheckpoint(checkpoint.id, { state: 'kept' });
  } catch (error) {
    if (mine.aborted) throw error;
    const { message, next } = describeFailure(error, `Take checkpoint c${checkpoint.number}`);
    if (next === 'wait') throw error;
    logger.warn({ err: error, checkpointId: checkpoint.id }, message);
    const source = await store.getEnvironment(checkpoint.sourceId);
    await undoSnapshots(await machinesOf(source, deps.incus), checkpoint, deps);
    await store.saveCheckpoint(checkpoint.id, { state: 'failed', error: message });
    // Half a checkpoint serves nobody.
    await store.changeWanted(checkpoint.environmentId, { wanted: 'absent' });
  } finally {
    await lock.release();
  }
}

/** Nothing is made, changed or removed in the environment meanwhile. */
async function lockSource(
  { sourceId }: Checkpoint,
  { store }: ReconcileDeps,
  signal: AbortSignal,
): Promise<EnvironmentLock> {
  for (;;) {
    const lock = await store.lockEnvironment(sourceId);
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
