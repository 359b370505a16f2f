import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { asJson } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { notify } from '../notify.ts';
import type { Schema } from '../schema.ts';
import type { Task, TaskState, TaskStore } from '../taskStore.ts';
import { selectTasksToCarryOn } from './selectTasksToCarryOn.ts';

const ends: readonly TaskState[] = ['done', 'failed', 'cancelled'];

export function createTasks(database: Database): TaskStore {
  return {
    createTask: ({ environmentId, kind, change, keepFirst, requestedBy }) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('task')
          .values({
            environmentId,
            kind,
            change: asJson(change),
            keepFirst: keepFirst ?? null,
            requestedBy,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        await notify(transaction, { environmentId, what: 'seen' });
        return toTask(row);
      }),
    async getTask(id) {
      const row = await database
        .selectFrom('task')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) throw new LabcastError('request-invalid', 'There is no such task.');
      return toTask(row);
    },
    async listTasks(environmentId) {
      const rows = await database
        .selectFrom('task')
        .selectAll()
        .where('environmentId', '=', environmentId)
        .orderBy('createdAt', 'desc')
        .execute();
      return rows.map(toTask);
    },
    async listUnfinishedTasks() {
      const rows = await database
        .selectFrom('task')
        .selectAll()
        .where('endedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(toTask);
    },
    async listTasksToCarryOn() {
      const rows = await selectTasksToCarryOn(database).execute();
      return rows.map(toTask);
    },
    saveTask: (id, change) =>
      database.transaction().execute(async (transaction) => {
        const hasEnded = change.state !== undefined && ends.includes(change.state);
        const row = await transaction
          .updateTable('task')
          .set({
            ...change,
            startedAt: sql<Date>`coalesce(started_at, now())`,
            ...(hasEnded && { endedAt: sql<Date>`now()` }),
          })
          .where('id', '=', id)
          .where('endedAt', 'is', null)
          .returning('environmentId')
          .executeTakeFirst();
        if (row) await notify(transaction, { environmentId: row.environmentId, what: 'seen' });
      }),
  };
}

function toTask(row: Selectable<Schema['task']>): Task {
  const { keepFirst, checkpointId, generation, error, startedAt, endedAt, ...rest } = row;
  return {
    ...rest,
    ...(keepFirst !== null && { keepFirst }),
    ...(checkpointId !== null && { checkpointId }),
    ...(generation !== null && { generation }),
    ...(error !== null && { error }),
    ...(startedAt && { startedAt }),
    ...(endedAt && { endedAt }),
  };
}
