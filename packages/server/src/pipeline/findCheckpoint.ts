import { LabcastError } from '@labcast/domain';
import type { Assignment, Checkpoint, Release, Run, Store } from '@labcast/store';

type Finder = Pick<Store, 'findCheckpoint' | 'findRelease' | 'findRun'>;

/** Throws `checkpoint-not-found`. */
export async function findCheckpoint(
  store: Finder,
  { id, name, title }: Assignment,
  number: number,
): Promise<Checkpoint> {
  const found = await store.findCheckpoint(id, number);
  if (found) return found;
  throw new LabcastError('checkpoint-not-found', `${title} has no checkpoint c${String(number)}.`, {
    remedy: `See which there are: labcast checkpoints ${name}.`,
  });
}

/** One whose disks are put away, so that copies can be made of it. Throws `checkpoint-not-found`. */
export async function findKeptCheckpoint(
  store: Finder,
  assignment: Assignment,
  number: number,
): Promise<Checkpoint> {
  const found = await findCheckpoint(store, assignment, number);
  if (found.state === 'kept' && !found.isGoing) return found;
  const why =
    found.isGoing || found.state === 'failed'
      ? ['is not there any more', 'Choose another one.']
      : ['is still being taken', 'Wait some seconds, then try again.'];
  throw new LabcastError('checkpoint-not-found', `Checkpoint c${String(number)} ${why[0] ?? ''}.`, {
    remedy: why[1] ?? '',
  });
}

/** Throws `release-not-found`. */
export async function findRelease(
  store: Finder,
  { id, name, title }: Assignment,
  number: number,
): Promise<Release> {
  const found = await store.findRelease(id, number);
  if (found) return found;
  throw new LabcastError('release-not-found', `${title} has no release r${String(number)}.`, {
    remedy: `See which there are: labcast releases ${name}.`,
  });
}

/** Throws `run-not-found`. */
export async function findRun(
  store: Finder,
  { id, name, title }: Assignment,
  number: number,
): Promise<Run> {
  const found = await store.findRun(id, number);
  if (found) return found;
  throw new LabcastError('run-not-found', `${title} has no run ${String(number)}.`, {
    remedy: `See which there are: labcast runs ${name}.`,
  });
}
