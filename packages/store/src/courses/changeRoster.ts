import type { PlannedPerson } from '@labcast/domain';
import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { CourseId } from '../courseStore.ts';
import { selectPeople, takenLogin, toPerson } from '../people/people.ts';
import type { PersonId } from '../peopleStore.ts';
import type { RosterStore } from '../rosterStore.ts';
import { listMembers } from './listMembers.ts';

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 2_000;

/** Inside a transaction. One change of a course's roster after the other, so that each decides by what is there. */
export async function changeRoster(
  transaction: Database,
  courseId: CourseId,
  decide: Parameters<RosterStore['changeRoster']>[1],
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${courseId}`}, 0))`.execute(
    transaction,
  );
  const members = await listMembers(transaction, courseId);
  const accounts = await selectPeople(transaction).execute();
  const { people, remove } = decide({
    accounts: accounts.map(toPerson),
    members: members.map(({ person, role, isOurs, section, team, studentNumber }) => ({
      id: person.id,
      login: person.login,
      name: person.name,
      ...(person.email !== undefined && { email: person.email }),
      role,
      ...(section !== undefined && { section }),
      ...(team !== undefined && { team }),
      ...(studentNumber !== undefined && { studentNumber }),
      mayRename: isOurs,
    })),
  });
  if (remove.length > 0) {
    await transaction
      .deleteFrom('membership')
      .where('courseId', '=', courseId)
      .where('personId', 'in', remove)
      .execute();
  }
  const changed = people.filter(({ change }) => change !== 'unchanged');
  await rename(transaction, changed);
  for (let first = 0; first < changed.length; first += rowsAtOnce) {
    const some = changed.slice(first, first + rowsAtOnce);
    const ids = await insertNew(transaction, courseId, some);
    await setMembers(
      transaction,
      courseId,
      some.flatMap((person) => {
        const id = person.id ?? ids.get(person.login);
        return id === undefined ? [] : [{ ...person, id }];
      }),
    );
  }
}

type Planned = PlannedPerson<PersonId>;

async function rename(transaction: Database, people: readonly Planned[]): Promise<void> {
  for (const { id, name, email, fields } of people) {
    const isRenamed = fields.some(({ field }) => field === 'name' || field === 'email');
    if (id === undefined || !isRenamed) continue;
    await transaction
      .updateTable('person')
      .set({ name, email: email ?? null })
      .where('id', '=', id)
      .execute();
  }
}

/** Answers the ids by login. */
async function insertNew(
  transaction: Database,
  courseId: CourseId,
  people: readonly Planned[],
): Promise<ReadonlyMap<string, PersonId>> {
  const values = people
    .filter(({ id }) => id === undefined)
    .map(({ login, name, email }) => ({
      login,
      name,
      email: email ?? null,
      passwordHash: null,
      madeByCourse: courseId,
      isAdministrator: false,
    }));
  if (values.length === 0) return new Map();
  try {
    const rows = await transaction
      .insertInto('person')
      .values(values)
      .returning(['id', 'login'])
      .execute();
    return new Map(rows.map(({ id, login }) => [login, id]));
  } catch (error) {
    throw takenLogin(error, 'one of the new people');
  }
}

/** All at once: two may exchange their numbers. */
async function setMembers(
  transaction: Database,
  courseId: CourseId,
  people: readonly (Planned & { readonly id: PersonId })[],
): Promise<void> {
  const values = people.map(({ id: personId, role, section, team, studentNumber }) => ({
    courseId,
    personId,
    role,
    section: section ?? null,
    team: team ?? null,
    studentNumber: studentNumber ?? null,
  }));
  await transaction
    .insertInto('membership')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['courseId', 'personId']).doUpdateSet((row) => ({
        role: row.ref('excluded.role'),
        section: row.ref('excluded.section'),
        team: row.ref('excluded.team'),
        studentNumber: row.ref('excluded.studentNumber'),
      })),
    )
    .execute();
}
