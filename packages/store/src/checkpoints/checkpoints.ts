import { LabcastError, parseEnvironmentKey } from '@labcast/domain';
import { sql } from 'kysely';
import { asJson } from '../asJson.ts';
import { createEnvironment } from '../createEnvironment.ts';
import type { Checkpoint, CheckpointId, CheckpointStore } from '../checkpointStore.ts';
import type { Database } from '../connection/createDatabase.ts';
import { getEnvironment } from '../environments.ts';
import { lockAdmission } from '../lockAdmission.ts';
import { notify } from '../notify.ts';
import type { TaskId } from '../taskStore.ts';

export function createCheckpoints(database: Database): Omit<CheckpointStore, 'lockWork'> {
  return {
    createCheckpoint: (request) => createCheckpoint(database, request),
    getCheckpoint: (id) => getCheckpoint(database, id),
    async findCheckpoint(assignmentId, number) {
      const row = await select(database)
        .where('checkpoint.assignmentId', '=', assignmentId)
        .where('checkpoint.number', '=', number)
        .where('holder.removedAt', 'is', null)
        .executeTakeFirst();
      return row && toCheckpoint(row);
    },
    async listCheckpoints(assignmentId) {
      const rows = await select(database)
        .where('checkpoint.assignmentId', '=', assignmentId)
        .where('holder.removedAt', 'is', null)
        .orderBy('checkpoint.number', 'desc')
        .execute();
      return rows.map(toCheckpoint);
    },
    listCheckpointsEver: (assignmentId) =>
      database
        .selectFrom('checkpoint')
        .innerJoin('environment as source', 'source.id', 'checkpoint.sourceId')
        .select(['checkpoint.environmentId', 'checkpoint.sourceId'])
        .select('source.name as sourceName')
        .where('checkpoint.assignmentId', '=', assignmentId)
        .execute(),
    async listUnfinishedCheckpoints() {
      const rows = await select(database)
        .where('checkpoint.state', '=', 'requested')
        .where('holder.removedAt', 'is', null)
        .orderBy('checkpoint.createdAt')
        .execute();
      return rows.map(toCheckpoint);
    },
    async listDeletionCheckpoints(takenBefore) {
      const rows = await select(database)
        .where('checkpoint.reason', '=', 'before-delete')
        .where('checkpoint.state', '=', 'kept')
        .where('checkpoint.takenAt', '<', takenBefore)
        .where('source.role', '=', 'dev')
        .where('holder.removedAt', 'is', null)
        .where('holder.wanted', '<>', 'absent')
        .orderBy('checkpoint.takenAt')
        .execute();
      return rows.map(toCheckpoint);
    },
    saveCheckpoint: (id, { usage, ...change }) =>
      database.transaction().execute(async (transaction) => {
        const { sourceId } = await transaction
          .updateTable('checkpoint')
          .set({ ...change, ...(usage && { usage: asJson(usage) }) })
          .where('id', '=', id)
          .returning('sourceId')
          .executeTakeFirstOrThrow();
        await notify(transaction, { environmentId: sourceId, what: 'seen' });
      }),
  };
}

async function createCheckpoint(
  database: Database,
  request: Parameters<CheckpointStore['createCheckpoint']>[0],
): Promise<Checkpoint> {
  const id = await database
    .transaction()
    .execute((transaction) => insertCheckpoint(transaction, request));
  return getCheckpoint(database, id);
}

/** Inside a transaction. */
export async function insertCheckpoint(
  transaction: Database,
  request: Parameters<CheckpointStore['createCheckpoint']>[0],
): Promise<CheckpointId> {
  await lockAdmission(transaction);
  // Whoever deletes it at this moment waits, and meets the checkpoint.
  await transaction
    .selectFrom('environment')
    .select('id')
    .where('id', '=', request.sourceId)
    .forShare()
    .execute();
  const source = await getEnvironment(transaction, request.sourceId);
  if (source.wanted === 'absent')
    throw new LabcastError(
      'environment-not-found',
      `${source.assignmentName}/${source.name} is being deleted.`,
    );
  const { assignmentId } = source;
  const number = await nextNumber(transaction, assignmentId);
  const holder = await createEnvironment(transaction, {
    assignmentId,
    role: 'checkpoint',
    name: `c${String(number)}`,
    wanted: 'stopped',
    blueprint: source.blueprint,
  });
  const row = await transaction
    .insertInto('checkpoint')
    .values({
      assignmentId,
      number,
      environmentId: holder.id,
      sourceId: source.id,
      reason: request.reason,
      note: request.note ?? '',
      createdBy: request.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (request.forTask !== undefined) await keepBy(transaction, request.forTask, row.id);
  await notify(transaction, { environmentId: source.id, what: 'seen' });
  return row.id;
}

/** In one transaction with the checkpoint: who is killed between the two would take another one. */
async function keepBy(
  transaction: Database,
  taskId: TaskId,
  checkpointId: CheckpointId,
): Promise<void> {
  const task = await transaction
    .updateTable('task')
    .set({ state: 'keeping', checkpointId, startedAt: sql<Date>`coalesce(started_at, now())` })
    .where('id', '=', taskId)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst();
  if (!task) throw new Error(`Task ${taskId} does not wait for its checkpoint any more.`);
}

/** Under the admission lock. Numbers are never used again. */
async function nextNumber(transaction: Database, assignmentId: Checkpoint['assignmentId']) {
  const { highest } = await transaction
    .selectFrom('checkpoint')
    .select(sql<number>`coalesce(max(number), 0)`.as('highest'))
    .where('assignmentId', '=', assignmentId)
    .executeTakeFirstOrThrow();
  return highest + 1;
}

async function getCheckpoint(database: Database, id: CheckpointId): Promise<Checkpoint> {
  const row = await select(database).where('checkpoint.id', '=', id).executeTakeFirst();
  if (!row) throw new LabcastError('checkpoint-not-found', 'There is no such checkpoint.');
  return toCheckpoint(row);
}

function select(database: Database) {
  return database
    .selectFrom('checkpoint')
    .innerJoin('environment as holder', 'holder.id', 'checkpoint.environmentId')
    .innerJoin('environment as source', 'source.id', 'checkpoint.sourceId')
    .selectAll('checkpoint')
    .select([
      'holder.key',
      'holder.blueprint',
      'holder.wanted as holderWanted',
      'source.name as sourceName',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toCheckpoint(row: Row): Checkpoint {
  const { key, holderWanted, pauseMs, takenAt, error, ...rest } = row;
  return {
    ...rest,
    key: parseEnvironmentKey(key),
    isGoing: holderWanted === 'absent',
    ...(pauseMs !== null && { pauseMs }),
    ...(takenAt && { takenAt }),
    ...(error !== null && { error }),
  };
}
