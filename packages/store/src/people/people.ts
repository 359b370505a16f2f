import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import { violatedUnique } from '../connection/databaseError.ts';
import type { CourseId } from '../courseStore.ts';
import { isUuid } from '../isUuid.ts';
import type { NewPerson, PeopleStore, Person, PersonId } from '../peopleStore.ts';

type PeopleCalls =
  | 'createPerson'
  | 'listPeople'
  | 'findPerson'
  | 'hasAdministrator'
  | 'changePerson'
  | 'removePerson'
  | 'findPassword';

export function createPeople(database: Database): Pick<PeopleStore, PeopleCalls> {
  return {
    createPerson: (person) => insertPerson(database, person),
    async listPeople() {
      const rows = await selectPeople(database).orderBy('person.login').execute();
      return rows.map(toPerson);
    },
    findPerson: (idOrLogin) => findPerson(database, idOrLogin),
    async hasAdministrator() {
      const row = await database
        .selectFrom('person')
        .select('id')
        .where('isAdministrator', '=', true)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    changePerson: (id, change, keepSession) => changePerson(database, id, change, keepSession),
    removePerson: (id) =>
      database.transaction().execute(async (transaction) => {
        const gone = await transaction
          .deleteFrom('person')
          .where('id', '=', id)
          .returning(['login', 'isAdministrator'])
          .executeTakeFirst();
        if (gone?.isAdministrator) await refuseWithoutAdministrator(transaction, gone.login);
      }),
    async findPassword(login) {
      const row = await selectPeople(database)
        .select('person.passwordHash')
        .where('person.login', '=', login)
        .executeTakeFirst();
      const passwordHash = row?.passwordHash ?? undefined;
      return row && passwordHash !== undefined
        ? { person: toPerson(row), passwordHash }
        : undefined;
    },
  };
}

export async function insertPerson(
  database: Database,
  { passwordHash, email, ...person }: NewPerson & { readonly madeByCourse?: CourseId },
): Promise<Person> {
  try {
    const row = await database
      .insertInto('person')
      .values({ ...person, passwordHash: passwordHash ?? null, email: email ?? null })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toPerson({ ...row, isInvited: row.passwordHash === null, seenAt: null });
  } catch (error) {
    throw takenLogin(error, person.login);
  }
}

/** What to throw for an insert that failed: `name-taken`, or the same error. */
export function takenLogin(error: unknown, login: string): unknown {
  if (violatedUnique(error) !== 'person_login') return error;
  return new LabcastError('name-taken', `There is somebody called ${login} already.`, {
    cause: error,
    remedy: 'Choose another login.',
  });
}

async function findPerson(database: Database, idOrLogin: string): Promise<Person | undefined> {
  const row = await selectPeople(database)
    .where(isUuid(idOrLogin) ? 'person.id' : 'person.login', '=', idOrLogin as PersonId)
    .executeTakeFirst();
  return row && toPerson(row);
}

async function changePerson(
  database: Database,
  id: PersonId,
  change: Parameters<PeopleStore['changePerson']>[1],
  keepSession = '',
): Promise<Person> {
  return database.transaction().execute(async (transaction) => {
    const before = await findPerson(transaction, id);
    if (Object.keys(change).length > 0) {
      await transaction.updateTable('person').set(change).where('id', '=', id).execute();
    }
    if (before?.isAdministrator && change.isAdministrator === false) {
      await refuseWithoutAdministrator(transaction, before.login);
    }
    if (change.passwordHash !== undefined) {
      await transaction.deleteFrom('invitation').where('personId', '=', id).execute();
      await transaction
        .updateTable('session')
        .set({ endedAt: sql<Date>`now()` })
        .where('personId', '=', id)
        .where('hash', '<>', keepSession)
        .where('endedAt', 'is', null)
        .execute();
    }
    const person = await findPerson(transaction, id);
    if (!person) throw new LabcastError('person-not-found', 'There is no such person.');
    return person;
  });
}

/** After the change, and alone: two who take it from each other must not both succeed. */
async function refuseWithoutAdministrator(transaction: Database, login: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('labcast administrators', 0))`.execute(
    transaction,
  );
  const everybody = await transaction
    .selectFrom('person')
    .select((row) => [
      row.fn.countAll<string>().as('people'),
      row.fn.countAll<string>().filterWhere('isAdministrator', '=', true).as('administrators'),
    ])
    .executeTakeFirstOrThrow();
  if (everybody.administrators !== '0') return;
  throw new LabcastError('last-administrator', `${login} is the last administrator.`, {
    remedy: 'Make somebody else an administrator first.',
  });
}

export function selectPeople(database: Database) {
  return database
    .selectFrom('person')
    .select([
      'person.id',
      'person.login',
      'person.name',
      'person.email',
      'person.isAdministrator',
      'person.createdAt',
    ])
    .select(sql<boolean>`person.password_hash is null`.as('isInvited'))
    .select((row) =>
      row
        .selectFrom('session')
        .select((session) => session.fn.max('session.seenAt').as('seenAt'))
        .whereRef('session.personId', '=', 'person.id')
        .as('seenAt'),
    );
}

type Row = Omit<Person, 'email' | 'seenAt'> & { email: string | null; seenAt: Date | null };

export function toPerson({ id, login, name, email, ...row }: Row): Person {
  return {
    id,
    login,
    name,
    ...(email !== null && { email }),
    isAdministrator: row.isAdministrator,
    isInvited: row.isInvited,
    createdAt: row.createdAt,
    ...(row.seenAt && { seenAt: row.seenAt }),
  };
}
