import type { UsualTime } from '@labcast/domain';
import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { LiveStore } from '../liveStore.ts';

/** What counts is how it goes lately: an image that was made smaller must not be judged by the large one. */
const countedOfEach = 50;

type StepTimeCalls = 'saveStepTimes' | 'listUsualTimes';

export function createStepTimes(database: Database): Pick<LiveStore, StepTimeCalls> {
  return {
    async saveStepTimes(times) {
      if (times.length === 0) return;
      const kinds = [...new Set(times.map(({ kind }) => kind))];
      await database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('stepTime')
          .values(times.map(({ kind, milliseconds }) => ({ kind, milliseconds })))
          .execute();
        await sql`
          delete from step_time using (
            select id, row_number() over (partition by kind order by id desc) as age
            from step_time where kind = any(${kinds})
          ) as old where old.id = step_time.id and old.age > ${countedOfEach}`.execute(transaction);
      });
    },
    async listUsualTimes() {
      const rows = await database
        .selectFrom('stepTime')
        .select([
          'kind',
          sql<number>`percentile_cont(0.5) within group (order by milliseconds)`.as('median'),
          sql<number>`percentile_cont(0.9) within group (order by milliseconds)`.as('p90'),
        ])
        .groupBy('kind')
        .execute();
      return new Map<string, UsualTime>(
        rows.map(({ kind, median, p90 }) => [
          kind,
          { medianMs: Math.round(median), p90Ms: Math.round(p90) },
        ]),
      );
    },
  };
}
