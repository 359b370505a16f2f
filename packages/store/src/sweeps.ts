import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { asJson, asText } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { notify } from './notify.ts';
import type { Schema } from './schema.ts';
import type { Sweep, SweepStore } from './sweepStore.ts';

export function createSweeps(database: Database): SweepStore {
  return {
    requestSweep: (remove) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('sweep')
          .values({ remove, orphans: '[]' })
          .returningAll()
          .executeTakeFirstOrThrow();
        await notify(transaction, undefined);
        return toSweep(row);
      }),
    async getSweep(id) {
      const row = /^\d{1,18}$/.test(id)
        ? await database.selectFrom('sweep').selectAll().where('id', '=', id).executeTakeFirst()
        : undefined;
      if (!row) throw new LabcastError('request-invalid', `There is no sweep ${id}.`);
      return toSweep(row);
    },
    async findUnfinishedSweep() {
      const row = await database
        .selectFrom('sweep')
        .selectAll()
        .where('finishedAt', 'is', null)
        .orderBy('id')
        .executeTakeFirst();
      return row && toSweep(row);
    },
    async finishSweep(id, { orphans, error }) {
      await database
        .updateTable('sweep')
        .set({
          finishedAt: sql<Date>`now()`,
          orphans: asJson(orphans),
          error: error === undefined ? null : asText(error),
        })
        .where('id', '=', id)
        .where('finishedAt', 'is', null)
        .execute();
    },
  };
}

function toSweep({ finishedAt, error, ...row }: Selectable<Schema['sweep']>): Sweep {
  return { ...row, ...(finishedAt && { finishedAt }), ...(error !== null && { error }) };
}
