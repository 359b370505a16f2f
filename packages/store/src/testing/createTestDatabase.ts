import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connectionOptions } from '../connection/connectionOptions.ts';
import { migrate } from '../migrate.ts';
import { startCluster } from './startCluster.ts';

/** A database of one's own with today's tables. */
export interface TestDatabase {
  readonly url: string;
  /** Runs one statement beside the store, as an administrator of the database would. */
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

/**
 * On the server that LABCAST_TEST_DATABASE_URL names (its user must be allowed to create databases), or else on a
 * private one that lives as long as the database. Never touches an existing database.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const given = process.env.LABCAST_TEST_DATABASE_URL;
  const cluster = given === undefined ? await startCluster() : undefined;
  const serverUrl = cluster?.url('postgres') ?? given ?? '';
  const name = `labcast_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const remove = async () => {
    if (cluster) await cluster.remove();
    else await query(serverUrl, `drop database if exists ${name} with (force)`);
  };
  try {
    await query(serverUrl, `create database ${name}`);
    await migrate({ databaseUrl: url.href });
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    url: url.href,
    query: (text, values) => query(url.href, text, values),
    remove,
  };
}

async function query(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client(connectionOptions(url));
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
