import { LabcastError } from '@labcast/domain';
import type { Assignment, Environment, Store } from '@labcast/store';

type Finder = Pick<Store, 'findEnvironment' | 'listEnvironmentsEver'>;

/** The one that is there, or else the newest that was. Throws `environment-not-found`. */
export async function findEnvironmentEver(
  store: Finder,
  assignment: Assignment,
  name: string,
): Promise<Environment> {
  const live = await store.findEnvironment(assignment.name, name);
  if (live) return live;
  const all = await store.listEnvironmentsEver(assignment.name);
  const newest = all.find(
    // An older assignment of that name may have been somebody else's.
    (environment) => environment.name === name && environment.courseId === assignment.courseId,
  );
  if (newest) return newest;
  throw new LabcastError(
    'environment-not-found',
    `${assignment.name} has no environment ${name}.`,
    {
      remedy: 'See what there is with "labcast ls".',
    },
  );
}

/** Throws `environment-not-found` for one that was deleted, too. */
export async function findLiveEnvironment(
  store: Finder,
  assignment: Assignment,
  name: string,
): Promise<Environment> {
  const found = await findEnvironmentEver(store, assignment, name);
  if (!found.removedAt) return found;
  throw new LabcastError('environment-not-found', `${assignment.name}/${name} was deleted.`, {
    remedy: `Its receipt is shown by "labcast receipt ${assignment.name}".`,
  });
}

export function assignmentNotFound(name: string): LabcastError {
  return new LabcastError('assignment-not-found', `There is no assignment ${name}.`, {
    remedy: 'See what there is with "labcast ls".',
  });
}
