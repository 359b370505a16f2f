import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import { asJson, asText } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { notify } from '../notify.ts';
import type { RolloutStore } from '../rolloutStore.ts';
import { withoutNulls } from '../withoutNulls.ts';

type PlanCalls =
  'requestRolloutPlan' | 'getRolloutPlan' | 'listUnfinishedRolloutPlans' | 'finishRolloutPlan';

export function createRolloutPlans(database: Database): Pick<RolloutStore, PlanCalls> {
  return {
    requestRolloutPlan: (assignmentId, request) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('rolloutPlan')
          .where('requestedAt', '<', sql<Date>`now() - interval '1 day'`)
          .execute();
        const underWay = await transaction
          .selectFrom('rolloutPlan')
          .selectAll()
          .where('assignmentId', '=', assignmentId)
          .where('finishedAt', 'is', null)
          .where('request', '=', sql<never>`${asJson(request)}::jsonb`)
          .executeTakeFirst();
        if (underWay) return withoutNulls(underWay);
        const row = await transaction
          .insertInto('rolloutPlan')
          .values({ assignmentId, request: asJson(request) })
          .returningAll()
          .executeTakeFirstOrThrow();
        await notify(transaction, undefined);
        return withoutNulls(row);
      }),
    async getRolloutPlan(id) {
      const row = await database
        .selectFrom('rolloutPlan')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) throw new LabcastError('rollout-not-found', 'There is no such plan.');
      return withoutNulls(row);
    },
    async listUnfinishedRolloutPlans() {
      const rows = await database
        .selectFrom('rolloutPlan')
        .selectAll()
        .where('finishedAt', 'is', null)
        .orderBy('requestedAt')
        .execute();
      return rows.map(withoutNulls);
    },
    async finishRolloutPlan(id, { targets, error }) {
      await database
        .updateTable('rolloutPlan')
        .set({
          finishedAt: sql<Date>`now()`,
          ...(targets && { targets: asJson(targets) }),
          ...(error !== undefined && { error: asText(error) }),
        })
        .where('id', '=', id)
        .execute();
    },
  };
}
