import type { Assignment, Checkpoint, Environment, Store } from '@labcast/store';

/** What each checkpoint of an assignment is used for. */
export interface CheckpointUse {
  /** Numbers of the releases that were made of it. */
  readonly releases: readonly number[];
  /** What keeps it from being deleted, as `release r2`. */
  readonly neededBy: readonly string[];
}

/** The dev and prod environments have their own copies of the disks; others may have to be made anew from it. */
const lasting = new Set<Environment['role']>(['student', 'rehearsal']);

export async function readCheckpointUse(
  store: Pick<Store, 'listReleases' | 'listRuns' | 'listLabs'>,
  { id }: Pick<Assignment, 'id'>,
): Promise<(checkpoint: Checkpoint) => CheckpointUse> {
  const [releases, runs, labs] = await Promise.all([
    store.listReleases(id),
    store.listRuns(id, 100),
    store.listLabs(),
  ]);
  const copies = labs.filter(({ assignmentId, role }) => assignmentId === id && lasting.has(role));
  return (checkpoint) => {
    const of = releases.filter(({ checkpointId }) => checkpointId === checkpoint.id);
    const numbers = of.map(({ number }) => number);
    const unfinished = runs.filter(
      ({ checkpointId, endedAt }) => checkpointId === checkpoint.id && !endedAt,
    );
    const made = copies.filter(
      ({ origins, beforeDisks }) =>
        beginsWith(origins, checkpoint.key) || Object.values(beforeDisks).includes(checkpoint.key),
    );
    return {
      releases: numbers,
      neededBy: [
        ...numbers.map((number) => `release r${String(number)}`),
        ...unfinished.map(({ number }) => `run ${String(number)}`),
        ...made.map(({ name }) => `environment ${name}`),
      ],
    };
  };
}

export function beginsWith(origins: Environment['origins'], key: Checkpoint['key']): boolean {
  return Object.values(origins).some((origin) => origin.key === key);
}
