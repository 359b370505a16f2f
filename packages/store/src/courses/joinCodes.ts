import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { Course } from '../courseStore.ts';
import { isUuid } from '../isUuid.ts';
import { insertPerson, selectPeople, toPerson } from '../people/people.ts';
import type { PersonId } from '../peopleStore.ts';
import type { JoinCode, JoinCodeId, RosterStore } from '../rosterStore.ts';
import type { Schema } from '../schema.ts';
import { toCourse } from './courses.ts';
import { refusingTakenNumber } from './members.ts';

type JoinCalls =
  'createJoinCode' | 'listJoinCodes' | 'revokeJoinCode' | 'findJoinCode' | 'useJoinCode';

export function createJoinCodes(database: Database): Pick<RosterStore, JoinCalls> {
  return {
    async createJoinCode(courseId, { hash, section, mostUses, validSeconds, createdBy }) {
      const row = await database
        .insertInto('joinCode')
        .values({
          courseId,
          hash,
          section: section ?? null,
          mostUses: mostUses ?? null,
          createdBy,
          expiresAt: sql<Date>`now() + make_interval(secs => ${validSeconds})`,
        })
        .returningAll()
        .returning(isExpired)
        .executeTakeFirstOrThrow();
      return toJoinCode(row);
    },
    async listJoinCodes(courseId) {
      const rows = await database
        .selectFrom('joinCode')
        .selectAll()
        .select(isExpired)
        .where('courseId', '=', courseId)
        .orderBy('createdAt', 'desc')
        .execute();
      return rows.map(toJoinCode);
    },
    async revokeJoinCode(courseId, code) {
      if (!isUuid(code)) return;
      await database
        .updateTable('joinCode')
        .set({ revokedAt: sql<Date>`now()` })
        .where('courseId', '=', courseId)
        .where('id', '=', code as JoinCodeId)
        .where('revokedAt', 'is', null)
        .execute();
    },
    findJoinCode: (hash) => findJoinCode(database, hash),
    useJoinCode: (hash, who) =>
      refusingTakenNumber('studentNumber' in who ? who.studentNumber : undefined, () =>
        database.transaction().execute((transaction) => useJoinCode(transaction, hash, who)),
      ),
  };
}

const isExpired = sql<boolean>`expires_at <= now()`.as('isExpired');

async function findJoinCode(
  database: Database,
  hash: string,
): Promise<{ course: Course; code: JoinCode } | undefined> {
  const row = await database
    .selectFrom('joinCode')
    .selectAll()
    .select(isExpired)
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!row) return undefined;
  const course = await database
    .selectFrom('course')
    .selectAll()
    .where('id', '=', row.courseId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return course && { course: toCourse(course), code: toJoinCode(row) };
}

async function useJoinCode(
  transaction: Database,
  hash: string,
  who: Parameters<RosterStore['useJoinCode']>[1],
): Promise<{ course: Course; person: ReturnType<typeof toPerson> }> {
  // Those who come at once take their turns, or more would get in than may.
  await transaction
    .selectFrom('joinCode')
    .select('id')
    .where('hash', '=', hash)
    .forUpdate()
    .execute();
  const found = await findJoinCode(transaction, hash);
  if (!found) throw codeInvalid('There is no such code.');
  const { course, code } = found;
  if ('personId' in who && (await isMember(transaction, course, who.personId))) {
    return { course, person: await getPerson(transaction, who.personId) };
  }
  refuseUnlessOpen(found);
  const person =
    'account' in who
      ? await insertPerson(transaction, who.account)
      : await getPerson(transaction, who.personId);
  await transaction
    .insertInto('membership')
    .values({
      courseId: course.id,
      personId: person.id,
      role: 'student',
      section: code.section ?? null,
      ...('studentNumber' in who && { studentNumber: who.studentNumber }),
    })
    .execute();
  await transaction
    .updateTable('joinCode')
    .set((row) => ({ uses: row('uses', '+', 1) }))
    .where('id', '=', code.id)
    .execute();
  return { course, person };
}

async function isMember(transaction: Database, { id }: Course, personId: PersonId) {
  const row = await transaction
    .selectFrom('membership')
    .select('role')
    .where('courseId', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

async function getPerson(transaction: Database, id: PersonId) {
  return toPerson(
    await selectPeople(transaction).where('person.id', '=', id).executeTakeFirstOrThrow(),
  );
}

const endings = {
  expired: 'This code is over.',
  'used-up': 'This code was used as often as it may be.',
  revoked: 'This code is not valid any more.',
} as const;

/** Throws `link-invalid`, `course-archived`. */
export function refuseUnlessOpen({ course, code }: { course: Course; code: JoinCode }): void {
  if (code.state !== 'open') throw codeInvalid(endings[code.state]);
  if (!course.archivedAt) return;
  throw new LabcastError('course-archived', `The course ${course.name} is over.`, {
    remedy: 'Ask its instructor.',
  });
}

export function codeInvalid(message: string): LabcastError {
  return new LabcastError('link-invalid', message, {
    remedy: 'Compare it letter by letter, or ask your instructor for a new one.',
  });
}

type Row = Selectable<Schema['joinCode']> & { readonly isExpired: boolean };

function toJoinCode(row: Row): JoinCode {
  const { id, section, mostUses, uses, createdBy, createdAt, expiresAt, revokedAt } = row;
  const isUsedUp = mostUses !== null && uses >= mostUses;
  const over = row.isExpired ? 'expired' : isUsedUp ? 'used-up' : 'open';
  return {
    id,
    ...(section !== null && { section }),
    ...(mostUses !== null && { mostUses }),
    uses,
    createdBy,
    createdAt,
    expiresAt,
    state: revokedAt ? 'revoked' : over,
  };
}
