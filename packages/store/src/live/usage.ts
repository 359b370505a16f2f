import { sql } from 'kysely';
import { asJson } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import type { LiveStore } from '../liveStore.ts';
import { notify } from '../notify.ts';
import type { EnvironmentId } from '../store.ts';

const mostSamples = 60;
const keptMinutes = 5;

type UsageCalls = 'watchUsage' | 'listWatched' | 'saveUsage' | 'listUsage' | 'findLatestUsage';

export function createUsage(database: Database): Pick<LiveStore, UsageCalls> {
  const newest = async (id: EnvironmentId, count: number) => {
    const rows = await database
      .selectFrom('usageSample')
      .select(['at', 'elements'])
      .where('environmentId', '=', id)
      .orderBy('at', 'desc')
      .limit(count)
      .execute();
    return rows.map(({ at, elements }) => ({ at: at.toISOString(), elements })).reverse();
  };
  return {
    async watchUsage(ids, seconds) {
      if (ids.length === 0) return;
      const until = sql<Date>`now() + make_interval(secs => ${seconds})`;
      // In one order, so that two processes that renew the same do not wait for each other in a circle.
      const rows = [...new Set(ids)].sort().map((environmentId) => ({ environmentId, until }));
      await database
        .insertInto('watch')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .column('environmentId')
            .doUpdateSet({ until: sql<Date>`greatest(watch.until, excluded.until)` }),
        )
        .execute();
    },
    async listWatched() {
      const rows = await database
        .selectFrom('watch')
        .innerJoin('environment', 'environment.id', 'watch.environmentId')
        .select('environment.id')
        .where('watch.until', '>', sql<Date>`now()`)
        .where('environment.removedAt', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    },
    async saveUsage(at, measured) {
      if (measured.length === 0) return;
      await database.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('usageSample')
          .where('at', '<', sql<Date>`now() - make_interval(mins => ${keptMinutes})`)
          .execute();
        await transaction
          .insertInto('usageSample')
          .values(
            measured.map(({ environmentId, elements }) => ({
              environmentId,
              at,
              elements: asJson(elements),
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        for (const { environmentId } of measured) {
          await notify(transaction, { environmentId, what: 'usage' });
        }
      });
    },
    listUsage: (id) => newest(id, mostSamples),
    findLatestUsage: async (id) => (await newest(id, 1))[0],
  };
}
