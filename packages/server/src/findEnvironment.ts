import { LabcastError } from '@labcast/domain';
import type { Environment, Store } from '@labcast/store';

type Finder = Pick<Store, 'findEnvironment' | 'listEnvironmentsEver'>;

/** The one that is there, or else the newest that was. Throws `assignment-not-found`, `environment-not-found`. */
export async function findEnvironmentEver(
  store: Finder,
  assignment: string,
  name: string,
): Promise<Environment> {
  const live = await store.findEnvironment(assignment, name);
  if (live) return live;
  const all = await store.listEnvironmentsEver(assignment);
  if (all.length === 0) throw assignmentNotFound(assignment);
  const newest = all.find((environment) => environment.name === name);
  if (newest) return newest;
  throw new LabcastError('environment-not-found', `${assignment} has no environment ${name}.`, {
    remedy: 'See what there is with "labcast ls".',
  });
}

/** Throws `environment-not-found` for one that was deleted, too. */
export async function findLiveEnvironment(
  store: Finder,
  assignment: string,
  name: string,
): Promise<Environment> {
  const found = await findEnvironmentEver(store, assignment, name);
  if (!found.removedAt) return found;
  throw new LabcastError('environment-not-found', `${assignment}/${name} was deleted.`, {
    remedy: `Its receipt is shown by "labcast receipt ${assignment}".`,
  });
}

export function assignmentNotFound(name: string): LabcastError {
  return new LabcastError('assignment-not-found', `There is no assignment ${name}.`, {
    remedy: 'See what there is with "labcast ls".',
  });
}
