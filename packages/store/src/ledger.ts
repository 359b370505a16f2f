import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Database } from './connection/createDatabase.ts';
import type { LedgerRow, LedgerStore } from './ledgerStore.ts';
import type { Schema } from './schema.ts';
import { countLedger, searchLedger } from './searchLedger.ts';

export function createLedger(database: Database): LedgerStore {
  return {
    searchLedger: (filter) => searchLedger(database, filter),
    countLedger: () => countLedger(database),
    async openLedgerRow(environmentId, kind, name) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('ledgerRow')
        .values({ environmentId, kind, name })
        .onConflict((conflict) =>
          conflict.columns(['kind', 'name']).where('goneAt', 'is', null).doNothing(),
        )
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 0n) return;
      const other = await database
        .selectFrom('ledgerRow')
        .select('environmentId')
        .where('kind', '=', kind)
        .where('name', '=', name)
        .where('goneAt', 'is', null)
        .executeTakeFirst();
      if (other && other.environmentId !== environmentId) {
        throw new Error(`The ${kind} ${name} belongs to environment ${other.environmentId} still.`);
      }
    },
    async markSeen(environmentId, kind, names) {
      if (names.length === 0) return;
      await database
        .updateTable('ledgerRow')
        .set({ seenAt: sql<Date>`now()` })
        .where('environmentId', '=', environmentId)
        .where('kind', '=', kind)
        .where('name', 'in', names)
        .where('goneAt', 'is', null)
        .where('seenAt', 'is', null)
        .execute();
    },
    async markGone(environmentId, kind, names) {
      if (names.length === 0) return;
      await database
        .updateTable('ledgerRow')
        .set({ goneAt: sql<Date>`now()` })
        .where('environmentId', '=', environmentId)
        .where('kind', '=', kind)
        .where('name', 'in', names)
        .where('goneAt', 'is', null)
        .execute();
    },
    async listLedger(environmentId) {
      const rows = await database
        .selectFrom('ledgerRow')
        .selectAll()
        .where('environmentId', '=', environmentId)
        .orderBy('id')
        .execute();
      return rows.map(toLedgerRow);
    },
    async listOpenLedgerRows() {
      const rows = await database
        .selectFrom('ledgerRow')
        .selectAll()
        .where('goneAt', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(toLedgerRow);
    },
  };
}

function toLedgerRow({ seenAt, goneAt, ...row }: Selectable<Schema['ledgerRow']>): LedgerRow {
  return { ...row, ...(seenAt && { seenAt }), ...(goneAt && { goneAt }) };
}
