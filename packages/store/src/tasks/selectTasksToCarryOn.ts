import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';

/** Those that would do nothing if they were looked at are left out: with a class there are many, and they are looked at often. */
export function selectTasksToCarryOn(database: Database) {
  return database
    .selectFrom((from) =>
      from
        .selectFrom('task')
        .selectAll()
        .distinctOn('environmentId')
        .where('endedAt', 'is', null)
        .orderBy('environmentId')
        .orderBy('createdAt')
        .orderBy('id')
        .as('task'),
    )
    .innerJoin('environment', 'environment.id', 'task.environmentId')
    .leftJoin('checkpoint', 'checkpoint.id', 'task.checkpointId')
    .selectAll('task')
    .where((where) =>
      where.or([
        where('task.state', '=', 'waiting'),
        where.and([
          where('task.state', '=', 'keeping'),
          where('checkpoint.state', '!=', 'requested'),
        ]),
        where('environment.settledGeneration', '>=', where.ref('task.generation')),
        sql<boolean>`environment.status ->> 'state' = 'failed'`,
        where('environment.wanted', '=', 'absent'),
        where('environment.removedAt', 'is not', null),
      ]),
    )
    .orderBy('task.createdAt')
    .orderBy('task.id');
}
