import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import type { PoolConfig } from 'pg';
import type { StoreLogger } from '../logger.ts';
import type { Schema } from '../schema.ts';
import { createGate } from './createGate.ts';
import type { Gate } from './createGate.ts';
import { asStoreError, isUnavailable } from './databaseError.ts';

export type Database = Kysely<Schema>;

/** A pool of connections whose failures are `database-unavailable`, and which works again by itself. */
export function createDatabase(options: PoolConfig, logger: StoreLogger): Database {
  const pool = new pg.Pool({ max: 10, idleTimeoutMillis: 30_000, ...options });
  // The pool's own limit of time is for the database: a thousand labs that wake up together make it busy, not gone.
  const gate = createGate(pool.options.max);
  // Without a listener of each kind, a connection that breaks while idle or in use ends the process.
  pool.on('error', (error) => {
    logger.warn({ err: error }, 'An idle database connection was lost.');
  });
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: translatingPool(pool, gate) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

function translatingPool(pool: pg.Pool, gate: Gate): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const leave = await gate.enter();
      try {
        return translatingClient(await pool.connect(), leave);
      } catch (error) {
        leave();
        throw asStoreError(error);
      }
    },
  };
}

/** After a failure of the connection no further statement is sent on it, and it does not go back to the pool. */
function translatingClient(client: pg.PoolClient, leave: () => void): PostgresPoolClient {
  let broken: unknown;
  async function query<R>(
    text: string,
    values: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> {
    if (broken !== undefined) throw asStoreError(broken);
    try {
      // Only these four commands reach Kysely's users as results with a count.
      return (await client.query(text, [...values])) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      const isDatabaseAnswer = error instanceof pg.DatabaseError;
      if (isUnavailable(error) && !isDatabaseAnswer) broken = error;
      throw asStoreError(error);
    }
  }
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => {
      client.release(broken !== undefined || destroy === true);
      leave();
    },
  };
}
