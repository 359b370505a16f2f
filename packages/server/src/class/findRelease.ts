import { LabcastError } from '@labcast/domain';
import type { Assignment, ReleaseDisks, Store } from '@labcast/store';

/** The newest one unless a number is given. Throws `release-not-found`. */
export async function findRelease(
  store: Pick<Store, 'listReleaseDisks'>,
  { id, title }: Assignment,
  number?: number,
): Promise<ReleaseDisks> {
  const releases = await store.listReleaseDisks(id);
  const found = number === undefined ? releases[0] : releases.find((one) => one.number === number);
  if (found) return found;
  if (number !== undefined) {
    throw new LabcastError('release-not-found', `${title} has no release r${String(number)}.`);
  }
  throw new LabcastError('release-not-found', `${title} has no release yet.`, {
    remedy: 'Take a checkpoint of dev, and promote it.',
  });
}
