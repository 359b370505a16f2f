import { checkpointNeeds } from '@labcast/domain';
import type { Assignment, Checkpoint, Store } from '@labcast/store';

/** What each checkpoint of an assignment is used for. */
export interface CheckpointUse {
  /** Numbers of the releases that were made of it. */
  readonly releases: readonly number[];
  /** What keeps it from being deleted, as `release r2`. */
  readonly neededBy: readonly string[];
}

export async function readCheckpointUse(
  store: Pick<Store, 'listReleases' | 'listRuns' | 'listLabs'>,
  { id }: Pick<Assignment, 'id'>,
): Promise<(checkpoint: Checkpoint) => CheckpointUse> {
  const [releases, runs, labs] = await Promise.all([
    store.listReleases(id),
    store.listRuns(id, 100),
    store.listLabs(),
  ]);
  const environments = labs.filter(({ assignmentId }) => assignmentId === id);
  return (checkpoint) => ({
    releases: releases
      .filter(({ checkpointId }) => checkpointId === checkpoint.id)
      .map(({ number }) => number),
    neededBy: checkpointNeeds(checkpoint, { releases, runs, environments }),
  });
}
