import { LabcastError, parseEnvironmentKey } from '@labcast/domain';
import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { Release, ReleaseStore } from '../releaseStore.ts';
import type { RunId } from '../runStore.ts';

export function createReleases(database: Database): ReleaseStore {
  return {
    createRelease: (runId) =>
      database.transaction().execute((transaction) => createRelease(transaction, runId)),
    async findRelease(assignmentId, number) {
      const row = await select(database)
        .where('release.assignmentId', '=', assignmentId)
        .where('release.number', '=', number)
        .executeTakeFirst();
      return row && toRelease(row);
    },
    async listReleases(assignmentId) {
      const rows = await select(database)
        .where('release.assignmentId', '=', assignmentId)
        .orderBy('release.number', 'desc')
        .execute();
      return rows.map(toRelease);
    },
  };
}

async function createRelease(transaction: Database, runId: RunId): Promise<Release> {
  const run = await transaction
    .selectFrom('pipelineRun')
    .select(['assignmentId', 'checkpointId', 'note', 'requestedBy', 'approvedBy'])
    .where('id', '=', runId)
    .executeTakeFirst();
  if (!run) throw new LabcastError('run-not-found', 'There is no such run.');
  const { assignmentId, checkpointId, note, requestedBy, approvedBy } = run;
  // Numbers of one assignment are given one after the other.
  await transaction
    .selectFrom('assignment')
    .select('id')
    .where('id', '=', assignmentId)
    .forUpdate()
    .execute();
  const { highest } = await transaction
    .selectFrom('release')
    .select(sql<number>`coalesce(max(number), 0)`.as('highest'))
    .where('assignmentId', '=', assignmentId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('release')
    .values({
      assignmentId,
      number: highest + 1,
      checkpointId,
      runId,
      note,
      createdBy: approvedBy ?? requestedBy,
    })
    .onConflict((conflict) => conflict.column('runId').doNothing())
    .execute();
  const row = await select(transaction)
    .where('release.runId', '=', runId)
    .executeTakeFirstOrThrow();
  return toRelease(row);
}

function select(database: Database) {
  return database
    .selectFrom('release')
    .innerJoin('checkpoint', 'checkpoint.id', 'release.checkpointId')
    .innerJoin('environment as holder', 'holder.id', 'checkpoint.environmentId')
    .innerJoin('pipelineRun as run', 'run.id', 'release.runId')
    .selectAll('release')
    .select([
      'checkpoint.number as checkpointNumber',
      'run.number as runNumber',
      'holder.key',
      'holder.blueprint',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toRelease({ key, ...row }: Row): Release {
  return { ...row, key: parseEnvironmentKey(key) };
}
