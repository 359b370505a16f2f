import { LabcastError } from '@labcast/domain';
import { asJson } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import type { LayoutStore } from './layoutStore.ts';

export function createLayouts(database: Database): LayoutStore {
  return {
    async getLayout(id) {
      const row = await database
        .selectFrom('assignment')
        .select('layout')
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      if (!row) throw gone();
      return row.layout;
    },
    async saveLayout(id, layout) {
      const row = await database
        .updateTable('assignment')
        .set({ layout: asJson(layout) })
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!row) throw gone();
    },
  };
}

function gone(): LabcastError {
  return new LabcastError('assignment-not-found', 'The assignment was deleted.');
}
