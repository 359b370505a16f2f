import { LabcastError } from '@labcast/domain';
import type { Assignment, ReleaseDisks, Store } from '@labcast/store';

/** The newest one unless a number is given, or the one before when it goes back. Throws `release-not-found`. */
export async function findRelease(
  store: Pick<Store, 'listReleaseDisks'>,
  { id, title }: Assignment,
  number?: number,
  isBack = false,
): Promise<ReleaseDisks> {
  const releases = await store.listReleaseDisks(id);
  const found =
    number === undefined ? releases[isBack ? 1 : 0] : releases.find((one) => one.number === number);
  if (found) return found;
  if (number !== undefined) {
    throw new LabcastError('release-not-found', `${title} has no release r${String(number)}.`);
  }
  throw new LabcastError('release-not-found', `${title} has no release yet.`, {
    remedy: 'Take a checkpoint of dev, and promote it.',
  });
}
