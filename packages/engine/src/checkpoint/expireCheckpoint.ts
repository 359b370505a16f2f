import { beginsWith, checkpointNeeds, undoHours } from '@labcast/domain';
import type { Checkpoint, CheckpointId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

/** Those that were taken before something was deleted in dev, longer ago than it can be undone. */
export function listExpiredCheckpoints(
  { store }: Pick<ReconcileDeps, 'store'>,
  now = Date.now(),
): Promise<Checkpoint[]> {
  return store.listDeletionCheckpoints(new Date(now - undoHours * 3_600_000));
}

/**
 * Deletes it, unless something was made of it meanwhile. What dev brought back from it counts too, though dev has a copy of
 * its own: made anew, the element begins with the checkpoint again.
 */
export async function expireCheckpoint(
  id: CheckpointId,
  { store }: Pick<ReconcileDeps, 'store'>,
): Promise<void> {
  const checkpoint = await store.getCheckpoint(id);
  const { assignmentId, key, environmentId } = checkpoint;
  const [releases, runs, labs, tasks] = await Promise.all([
    store.listReleases(assignmentId),
    store.listUnfinishedRuns(),
    store.listLabs(),
    store.listUnfinishedTasks(),
  ]);
  const environments = labs.filter((lab) => lab.assignmentId === assignmentId);
  const isNeeded = checkpointNeeds(checkpoint, { releases, runs, environments }).length > 0;
  const isOrigin = environments.some(({ origins }) => beginsWith(origins, key));
  const isAwaited = tasks.some(
    (task) => task.checkpointId === id || beginsWith(task.change.origins ?? {}, key),
  );
  if (!isNeeded && !isOrigin && !isAwaited)
    await store.changeWanted(environmentId, { wanted: 'absent' });
}
