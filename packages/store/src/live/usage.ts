import { sql } from 'kysely';
import { asJson } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import type { LiveStore } from '../liveStore.ts';
import { notify } from '../notify.ts';
import type { EnvironmentId } from '../store.ts';

const mostSamples = 60;
const keptMinutes = 5;
/** Several engines measure the same: the first one's counts. */
const leastSecondsBetween = 2;

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
        for (const { environmentId, elements } of measured) {
          const saved = await sql`
            insert into usage_sample (environment_id, at, elements)
            select ${environmentId}::uuid, ${at}::timestamptz, ${asJson(elements)}::jsonb
            where not exists (
              select from usage_sample
              where environment_id = ${environmentId}::uuid
                and at > ${at}::timestamptz - make_interval(secs => ${leastSecondsBetween})
            )`.execute(transaction);
          const isNew = saved.numAffectedRows === 1n;
          if (isNew) await notify(transaction, { environmentId, what: 'usage' });
        }
      });
    },
    listUsage: (id) => newest(id, mostSamples),
    findLatestUsage: async (id) => (await newest(id, 1))[0],
  };
}
