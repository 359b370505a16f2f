import { sql } from 'kysely';
import type { ElementUsage } from '@labcast/domain';
import { asJson } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { notify } from '../notify.ts';
import type { RolloutStore } from '../rolloutStore.ts';
import type { EnvironmentId } from '../store.ts';
import { withoutNulls } from '../withoutNulls.ts';

type ClassCalls =
  | 'getClassPolicy'
  | 'saveClassPolicy'
  | 'listOwners'
  | 'listLatestUsage'
  | 'saveClassFields'
  | 'markSeenByOwner';

export function createClasses(database: Database): Pick<RolloutStore, ClassCalls> {
  return {
    async getClassPolicy(id) {
      return withoutNulls(
        await database
          .selectFrom('assignment')
          .select(['deadline', 'idleMinutes', 'exam'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow(),
      );
    },
    saveClassPolicy: (id, { deadline, idleMinutes, exam }) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('assignment')
          .set({
            deadline: deadline ?? null,
            idleMinutes: idleMinutes ?? null,
            exam: exam ? asJson(exam) : null,
          })
          .where('id', '=', id)
          .execute();
        const mine = await transaction
          .selectFrom('environment')
          .select('id')
          .where('assignmentId', '=', id)
          .where('removedAt', 'is', null)
          .where('role', '=', 'student')
          .execute();
        for (const one of mine) await notify(transaction, { environmentId: one.id, what: 'seen' });
      }),
    listOwners: (assignmentId) =>
      database
        .selectFrom('environmentOwner')
        .innerJoin('environment', 'environment.id', 'environmentOwner.environmentId')
        .innerJoin('person', 'person.id', 'environmentOwner.personId')
        .select(['environmentOwner.environmentId', 'person.id', 'person.name', 'person.login'])
        .where('environment.assignmentId', '=', assignmentId)
        .where('environment.removedAt', 'is', null)
        .orderBy('person.name')
        .orderBy('person.id')
        .execute(),
    async listLatestUsage(assignmentId) {
      const { rows } = await sql<{ environmentId: EnvironmentId; elements: ElementUsage[] }>`
        select distinct on (usage_sample.environment_id)
          usage_sample.environment_id as "environmentId", elements
        from usage_sample join environment on environment.id = usage_sample.environment_id
        where environment.assignment_id = ${assignmentId}::uuid
          and at > now() - interval '1 minute'
        order by usage_sample.environment_id, at desc`.execute(database);
      return new Map(rows.map(({ environmentId, elements }) => [environmentId, elements]));
    },
    saveClassFields: (id, change) =>
      database.transaction().execute(async (transaction) => {
        await transaction.updateTable('environment').set(change).where('id', '=', id).execute();
        await notify(transaction, { environmentId: id, what: 'seen' });
      }),
    async markSeenByOwner(id) {
      await database
        .updateTable('environment')
        .set({ lastSeenAt: sql<Date>`now()` })
        .where('id', '=', id)
        // Once in some seconds is exact enough.
        .where(sql<boolean>`(last_seen_at is null or last_seen_at < now() - interval '10 seconds')`)
        .execute();
    },
  };
}
