import { sql } from 'kysely';
import type { Database } from './connection/createDatabase.ts';
import { containing } from './containing.ts';
import type { LedgerFilter, OwnedLedgerRow } from './ledgerStore.ts';

/** Newest first. */
export async function searchLedger(
  database: Database,
  { state, kind, search, before, most }: LedgerFilter,
): Promise<OwnedLedgerRow[]> {
  const owner = sql<string>`assignment.name || '/' || environment.name`;
  const part = containing(search);
  const rows = await database
    .selectFrom('ledgerRow')
    .innerJoin('environment', 'environment.id', 'ledgerRow.environmentId')
    .innerJoin('assignment', 'assignment.id', 'environment.assignmentId')
    .leftJoin('course', 'course.id', 'assignment.courseId')
    .selectAll('ledgerRow')
    .select([owner.as('owner'), 'assignment.courseId', 'course.name as courseName'])
    .select(sql<string>`coalesce(assignment.title, assignment.name)`.as('title'))
    .$if(state === 'gone', (query) => query.where('goneAt', 'is not', null))
    .$if(state === 'open', (query) => query.where('goneAt', 'is', null))
    .$if(state === 'unseen', (query) =>
      query.where('goneAt', 'is', null).where('seenAt', 'is', null),
    )
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'instance'))
    .$if(search !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('ledgerRow.name', 'ilike', part),
          sql<boolean>`${owner} ilike ${part}`,
          where('assignment.title', 'ilike', part),
        ]),
      ),
    )
    .$if(before !== undefined, (query) => query.where('ledgerRow.id', '<', before ?? ''))
    .orderBy('ledgerRow.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ seenAt, goneAt, courseId, courseName, ...row }) => ({
    ...row,
    ...(seenAt && { seenAt }),
    ...(goneAt && { goneAt }),
    ...(courseId !== null && { courseId }),
    ...(courseName !== null && { courseName }),
  }));
}

/** How many allocations there are, and how many of them are open and unseen. */
export async function countLedger(
  database: Database,
): Promise<{ all: number; open: number; unseen: number }> {
  const count = (condition: string) =>
    sql<number>`count(*) filter (where ${sql.raw(condition)})::integer`;
  return database
    .selectFrom('ledgerRow')
    .select([
      count('true').as('all'),
      count('gone_at is null').as('open'),
      count('gone_at is null and seen_at is null').as('unseen'),
    ])
    .executeTakeFirstOrThrow();
}
