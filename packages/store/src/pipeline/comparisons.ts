import { LabcastError, parseEnvironmentKey } from '@labcast/domain';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { asJson, asText } from '../asJson.ts';
import type { Comparison, ComparisonStore } from '../comparisonStore.ts';
import type { Database } from '../connection/createDatabase.ts';
import { notify } from '../notify.ts';
import type { Schema } from '../schema.ts';

export function createComparisons(database: Database): ComparisonStore {
  return {
    requestComparison: ({ beforeKey, afterKey, elements }) =>
      database.transaction().execute(async (transaction) => {
        // Whoever asked has the answer within seconds, and nobody looks at it again.
        await transaction
          .deleteFrom('comparison')
          .where('requestedAt', '<', sql<Date>`now() - interval '1 hour'`)
          .execute();
        const row = await transaction
          .insertInto('comparison')
          .values({ beforeKey, afterKey, elements: asJson(elements) })
          .returningAll()
          .executeTakeFirstOrThrow();
        await notify(transaction, undefined);
        return toComparison(row);
      }),
    async getComparison(id) {
      const row = await database
        .selectFrom('comparison')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) throw new LabcastError('request-invalid', 'There is no such comparison.');
      return toComparison(row);
    },
    async listUnfinishedComparisons() {
      const rows = await database
        .selectFrom('comparison')
        .selectAll()
        .where('finishedAt', 'is', null)
        .orderBy('requestedAt')
        .execute();
      return rows.map(toComparison);
    },
    async finishComparison(id, { result, error }) {
      await database
        .updateTable('comparison')
        .set({
          ...(result && { result: asJson(result) }),
          error: error === undefined ? null : asText(error),
          finishedAt: sql<Date>`now()`,
        })
        .where('id', '=', id)
        .where('finishedAt', 'is', null)
        .execute();
    },
  };
}

function toComparison(row: Selectable<Schema['comparison']>): Comparison {
  const { id, elements, beforeKey, afterKey, result, error, finishedAt } = row;
  return {
    id,
    elements,
    beforeKey: parseEnvironmentKey(beforeKey),
    afterKey: parseEnvironmentKey(afterKey),
    ...(result && { result }),
    ...(error !== null && { error }),
    ...(finishedAt && { finishedAt }),
  };
}
