import { LabcastError } from '@labcast/domain';
import type { RunState } from '@labcast/domain';
import { sql } from 'kysely';
import { asJson } from '../asJson.ts';
import { insertCheckpoint } from '../checkpoints/checkpoints.ts';
import type { Database } from '../connection/createDatabase.ts';
import { selectEnvironments, toEnvironment } from '../environments.ts';
import { lockAdmission } from '../lockAdmission.ts';
import { notify } from '../notify.ts';
import type { NewRun, Run, RunId, RunStore } from '../runStore.ts';
import type { AssignmentId } from '../store.ts';
import { createRunLog } from './runLog.ts';

const ends: readonly RunState[] = ['passed', 'failed', 'cancelled'];

export function createRuns(database: Database): RunStore {
  const inTransaction = <T>(work: (transaction: Database) => Promise<T>) =>
    database.transaction().execute(work);
  return {
    ...createRunLog(database),
    ...createRunRequests(inTransaction),
    createRun: (request) => inTransaction((transaction) => createRun(transaction, request)),
    getRun: (id) => getRun(database, id),
    async findRun(assignmentId, number) {
      const row = await select(database)
        .where('run.assignmentId', '=', assignmentId)
        .where('run.number', '=', number)
        .executeTakeFirst();
      return row && toRun(row);
    },
    async listRuns(assignmentId, most) {
      const rows = await select(database)
        .where('run.assignmentId', '=', assignmentId)
        .orderBy('run.number', 'desc')
        .limit(most)
        .execute();
      return rows.map(toRun);
    },
    async listUnfinishedRuns() {
      const rows = await select(database)
        .where('run.endedAt', 'is', null)
        .orderBy('run.createdAt')
        .orderBy('run.number')
        .execute();
      return rows.map(toRun);
    },
    saveRun: (id, { stages, ...change }) =>
      inTransaction(async (transaction) => {
        const hasEnded = change.state !== undefined && ends.includes(change.state);
        const row = await transaction
          .updateTable('pipelineRun')
          .set({
            ...change,
            ...(stages && { stages: asJson(stages) }),
            ...(change.state === 'running' && {
              startedAt: sql<Date>`coalesce(started_at, now())`,
            }),
            ...(hasEnded && { endedAt: sql<Date>`now()` }),
          })
          .where('id', '=', id)
          .where('endedAt', 'is', null)
          .returning('assignmentId')
          .executeTakeFirst();
        if (row) await tellRuns(transaction, row.assignmentId);
      }),
    async listEndedRehearsals() {
      const rows = await selectEnvironments(database)
        .innerJoin('pipelineRun', 'pipelineRun.id', 'environment.runId')
        .where('pipelineRun.endedAt', 'is not', null)
        .where('environment.wanted', '<>', 'absent')
        .execute();
      return rows.map(toEnvironment);
    },
    async listRunEnvironments(id) {
      const rows = await selectEnvironments(database)
        .where('environment.runId', '=', id)
        .where('environment.removedAt', 'is', null)
        .orderBy('environment.name')
        .execute();
      return rows.map(toEnvironment);
    },
  };
}

type Requests = 'cancelRun' | 'approveRun' | 'repeatRun';
type InTransaction = <T>(work: (transaction: Database) => Promise<T>) => Promise<T>;

/** What people want of a run; the engine sees it and acts. */
function createRunRequests(inTransaction: InTransaction): Pick<RunStore, Requests> {
  return {
    cancelRun: (id, by) =>
      inTransaction((transaction) =>
        change(
          transaction,
          transaction
            .updateTable('pipelineRun')
            .set({ cancelledBy: by })
            .where('id', '=', id)
            .where('endedAt', 'is', null)
            .returning('assignmentId'),
        ),
      ),
    approveRun: (id, by, note) =>
      inTransaction((transaction) =>
        change(
          transaction,
          transaction
            .updateTable('pipelineRun')
            .set({ approvedBy: by, ...(note !== undefined && note !== '' && { note }) })
            .where('id', '=', id)
            .where('state', '=', 'waiting-approval')
            .returning('assignmentId'),
        ),
      ),
    repeatRun: (id, from) =>
      inTransaction((transaction) =>
        change(
          transaction,
          transaction
            .updateTable('pipelineRun')
            .set({
              state: 'queued',
              attempt: sql<number>`attempt + 1`,
              ...(from === 'start' && { firstAttempt: sql<number>`attempt + 1` }),
              cancelledBy: null,
              approvedBy: null,
              endedAt: null,
            })
            .where('id', '=', id)
            .where('state', 'in', ['failed', 'cancelled'])
            .returning('assignmentId'),
        ),
      ),
  };
}

async function change(
  transaction: Database,
  update: { executeTakeFirst: () => Promise<{ assignmentId: AssignmentId } | undefined> },
): Promise<boolean> {
  const row = await update.executeTakeFirst();
  if (row) await tellRuns(transaction, row.assignmentId);
  return row !== undefined;
}

async function createRun(transaction: Database, request: NewRun): Promise<Run> {
  const { devId, checkpointId, reason = 'asked', ...options } = request;
  const { assignmentId, note, requestedBy } = options;
  // In the order in which everybody takes the two locks.
  await lockAdmission(transaction);
  // Numbers of one assignment are given one after the other.
  await transaction
    .selectFrom('assignment')
    .select('id')
    .where('id', '=', assignmentId)
    .forUpdate()
    .execute();
  const checkpoint =
    checkpointId ??
    (await insertCheckpoint(transaction, {
      sourceId: devId,
      reason,
      note,
      createdBy: requestedBy,
    }));
  const { highest } = await transaction
    .selectFrom('pipelineRun')
    .select(sql<number>`coalesce(max(number), 0)`.as('highest'))
    .where('assignmentId', '=', assignmentId)
    .executeTakeFirstOrThrow();
  const { id } = await transaction
    .insertInto('pipelineRun')
    .values({ ...options, checkpointId: checkpoint, number: highest + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellRuns(transaction, assignmentId);
  return getRun(transaction, id);
}

/** Whoever looks at an environment of the assignment looks at its runs too. */
async function tellRuns(transaction: Database, assignmentId: AssignmentId): Promise<void> {
  const rows = await transaction
    .selectFrom('environment')
    .select('id')
    .where('assignmentId', '=', assignmentId)
    .where('role', '=', 'dev')
    .where('removedAt', 'is', null)
    .execute();
  for (const { id } of rows) await notify(transaction, { environmentId: id, what: 'runs' });
}

async function getRun(database: Database, id: RunId): Promise<Run> {
  const row = await select(database).where('run.id', '=', id).executeTakeFirst();
  if (!row) throw new LabcastError('run-not-found', 'There is no such run.');
  return toRun(row);
}

function select(database: Database) {
  return database
    .selectFrom('pipelineRun as run')
    .innerJoin('checkpoint', 'checkpoint.id', 'run.checkpointId')
    .leftJoin('release', 'release.runId', 'run.id')
    .selectAll('run')
    .select(['checkpoint.number as checkpointNumber', 'release.number as release']);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toRun(row: Row): Run {
  const { approvedBy, cancelledBy, startedAt, endedAt, release, ...rest } = row;
  return {
    ...rest,
    ...(approvedBy !== null && { approvedBy }),
    ...(cancelledBy !== null && { cancelledBy }),
    ...(startedAt && { startedAt }),
    ...(endedAt && { endedAt }),
    ...(release !== null && { release }),
  };
}
