import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoint, EnvironmentLock } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { keepDisks } from './keepDisks.ts';
import { measureUse } from './measureUse.ts';
import { snapshotTogether, undoSnapshots } from './snapshotTogether.ts';

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
    if (checkpoint.state === 'requested') {
      await undoSnapshots(source, checkpoint, deps);
      const usage = await measureUse(source, deps);
      const taken = await snapshotTogether(source, checkpoint, deps, mine);
      await store.saveCheckpoint(checkpoint.id, { state: 'snapshotted', usage, ...taken });
    }
    await keepDisks(source, checkpoint, deps, mine);
    await undoSnapshots(source, checkpoint, deps);
    await store.saveCheckpoint(checkpoint.id, { state: 'kept' });
  } catch (error) {
    if (mine.aborted) throw error;
    const { message, next } = describeFailure(error, `Take checkpoint c${checkpoint.number}`);
    if (next === 'wait') throw error;
    logger.warn({ err: error, checkpointId: checkpoint.id }, message);
    const source = await store.getEnvironment(checkpoint.sourceId);
    await undoSnapshots(source, checkpoint, deps);
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
