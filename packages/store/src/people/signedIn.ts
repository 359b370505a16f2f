import type { CourseRole, Scope } from '@labcast/domain';
import type { Database } from '../connection/createDatabase.ts';
import type { PersonId, SignedIn } from '../peopleStore.ts';
import { selectPeople, toPerson } from './people.ts';

/** Read anew for each request: a role that was taken away is gone at once. */
export async function findSignedIn(
  database: Database,
  id: PersonId,
  scopes: readonly Scope[],
): Promise<SignedIn | undefined> {
  const [row, memberships, owned] = await Promise.all([
    selectPeople(database).where('person.id', '=', id).executeTakeFirst(),
    database
      .selectFrom('membership')
      .select(['courseId', 'role'])
      .where('personId', '=', id)
      .execute(),
    database
      .selectFrom('environmentOwner')
      .select('environmentId')
      .where('personId', '=', id)
      .execute(),
  ]);
  if (!row) return undefined;
  const roles = new Map<string, CourseRole>(
    memberships.map(({ courseId, role }) => [courseId, role]),
  );
  return {
    person: toPerson(row),
    roles,
    owns: new Set(owned.map(({ environmentId }) => environmentId)),
    scopes,
  };
}
