import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import { mostTries } from '../labStore.ts';
import type { CheckProgress, LabStore } from '../labStore.ts';
import { notify } from '../notify.ts';

type CheckCalls = 'saveCheckResults' | 'listCheckResults' | 'listCheckProgress';

export function createCheckResults(database: Database): Pick<LabStore, CheckCalls> {
  return {
    saveCheckResults: (environmentId, results, askedBy) =>
      database.transaction().execute(async (transaction) => {
        if (results.length === 0) return;
        await transaction
          .insertInto('checkResult')
          .values(
            results.map(({ on, exitCode, ...result }) => ({
              ...result,
              // PostgreSQL's text holds all but this.
              output: result.output.replaceAll('\0', '\uFFFD'),
              environmentId,
              element: on,
              exitCode: exitCode ?? null,
              askedBy,
            })),
          )
          .execute();
        await sql`
          delete from check_result where id in (
            select id from (
              select id, row_number() over (partition by name order by id desc) as place
              from check_result where environment_id = ${environmentId}
            ) as numbered where place > ${mostTries}
          )`.execute(transaction);
        await notify(transaction, { environmentId, what: 'seen' });
      }),
    async listCheckResults(environmentId) {
      const rows = await database
        .selectFrom('checkResult')
        .selectAll()
        .where('environmentId', '=', environmentId)
        .orderBy('id', 'desc')
        .execute();
      return rows.map(({ element, exitCode, at, ...row }) => ({
        environmentId: row.environmentId,
        askedBy: row.askedBy,
        name: row.name,
        on: element,
        passed: row.passed,
        at: at.toISOString(),
        ...(exitCode !== null && { exitCode }),
        output: row.output,
        expected: row.expected,
        milliseconds: row.milliseconds,
      }));
    },
    async listCheckProgress(environmentIds) {
      if (environmentIds.length === 0) return [];
      const rows = await database
        .selectFrom('checkResult')
        .select(['environmentId', 'name', 'passed', 'at'])
        .where('environmentId', 'in', environmentIds)
        .orderBy('id')
        .execute();
      const progress = new Map<string, CheckProgress>();
      for (const { environmentId, name, passed, at } of rows) {
        const key = `${environmentId} ${name}`;
        const before = progress.get(key);
        const passedAt = passed ? at : before?.passedAt;
        progress.set(key, {
          environmentId,
          name,
          passed,
          at,
          failures: passed ? 0 : (before?.failures ?? 0) + 1,
          ...(passedAt && { passedAt }),
        });
      }
      return [...progress.values()];
    },
  };
}
