import { sql } from 'kysely';
import { asJson } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import type { Store } from './store.ts';

type InstallationCalls =
  | 'getInstallationId'
  | 'saveHostObservation'
  | 'findHostObservation'
  | 'saveAdminTokenHash'
  | 'isAdminTokenHash'
  | 'ping';

/** What there is one of in each installation. */
export function createInstallation(database: Database): Pick<Store, InstallationCalls> {
  return {
    async getInstallationId() {
      const row = await database.selectFrom('installation').select('id').executeTakeFirstOrThrow();
      return row.id;
    },
    async saveHostObservation(observation) {
      const values = { observation: asJson(observation), at: sql<Date>`now()` };
      await database
        .insertInto('hostObservation')
        .values(values)
        .onConflict((conflict) => conflict.column('singleton').doUpdateSet(values))
        .execute();
    },
    async findHostObservation() {
      return database
        .selectFrom('hostObservation')
        .select(['observation', 'at'])
        .executeTakeFirst();
    },
    async saveAdminTokenHash(hash) {
      const values = { hash, savedAt: sql<Date>`now()` };
      await database
        .insertInto('adminToken')
        .values(values)
        .onConflict((conflict) => conflict.column('singleton').doUpdateSet(values))
        .execute();
    },
    async isAdminTokenHash(hash) {
      const row = await database
        .selectFrom('adminToken')
        .select('hash')
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row !== undefined;
    },
    async ping() {
      await sql`select 1`.execute(database);
    },
  };
}
