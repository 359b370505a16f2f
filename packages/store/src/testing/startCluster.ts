import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** A throw-away PostgreSQL server that nobody else uses. */
export interface TestCluster {
  /** Of a database on it; `postgres` exists from the start. */
  url(database: string): string;
  /** As a crash or an administrator would: connections break, data stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and deletes its files. */
  remove(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so root becomes the user `postgres` that Debian's package makes. */
export async function startCluster(): Promise<TestCluster> {
  const binaries = await findBinaries();
  const identity = process.getuid?.() === 0 ? await postgresIdentity() : undefined;
  const directory = await mkdtemp(join(tmpdir(), 'labcast-postgres-'));
  if (identity) await chown(directory, identity.uid, identity.gid);
  const data = join(directory, 'data');
  const url = (database: string) => `postgresql:///${database}?host=${directory}&user=postgres`;
  let server: ChildProcess | undefined;

  const start = async () => {
    const postgres = [join(binaries, 'postgres'), '-D', data, '-k', directory];
    const settings = ['-c', 'listen_addresses=', ...withoutDurability];
    server = spawn('/bin/sh', ['-c', guardian, 'sh', directory, ...postgres, ...settings], {
      ...identity,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await waitUntilItAnswers(url('postgres'));
  };
  const stop = async () => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.stdin?.end('stop\n');
    await ended;
  };
  const remove = async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    // Only the owner of the directory gets as far as the socket in it.
    const trust = ['--auth=trust', '--username=postgres', '--no-sync', '--no-instructions'];
    await run(
      join(binaries, 'initdb'),
      ['-D', data, '--encoding=UTF8', '--locale=C.UTF-8', ...trust],
      { ...identity, cwd: directory },
    );
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url, start, stop, remove };
}

/**
 * Runs the server until it is told to stop it, or until the pipe breaks because the tests were killed: then nobody else
 * cleans up. INT is PostgreSQL's "fast" shutdown: it breaks connections and ends in order.
 */
const guardian = `
  directory=$1; shift
  "$@" & postgres=$!
  read -r line; told=$?
  kill -INT $postgres; wait $postgres
  [ $told = 0 ] || rm -rf "$directory"
`;

const withoutDurability = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap(
  (setting) => ['-c', setting],
);

async function findBinaries(): Promise<string> {
  const root = '/usr/lib/postgresql';
  const versions = await readdir(root).catch(() => []);
  const newest = versions
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => b - a)[0];
  if (newest === undefined) {
    throw new Error(
      `There is no PostgreSQL in ${root}. Install it with "apt install postgresql", or set LABCAST_TEST_DATABASE_URL.`,
    );
  }
  return join(root, String(newest), 'bin');
}

async function postgresIdentity(): Promise<{ uid: number; gid: number }> {
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function waitUntilItAnswers(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error('The throw-away PostgreSQL server did not start.', { cause: error });
      }
      await delay(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
