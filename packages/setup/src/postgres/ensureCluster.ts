import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findAccount } from '../account/ensureAccount.ts';
import type { Context } from '../run/context.ts';
import { SetupError } from '../run/setupError.ts';

export interface Cluster {
  readonly dataDir: string;
  readonly binDir: string;
  readonly socketDir: string;
}

const programs = '/usr/lib/postgresql';

/** Where things lie; `binDir` belongs to the version that the cluster was made with, else to the newest. */
export async function locateCluster(context: Context): Promise<Cluster | undefined> {
  const dataDir = join(context.settings.stateDir, 'postgres');
  const made = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  const installed = (await readdir(programs).catch(() => []))
    .filter((version) => existsSync(join(programs, version, 'bin', 'initdb')))
    .sort((one, other) => Number(other) - Number(one));
  const version = made === '' ? installed[0] : made;
  if (version === undefined) return undefined;
  return {
    dataDir,
    binDir: join(programs, version, 'bin'),
    socketDir: join(context.settings.runDir, 'postgres'),
  };
}

/** A cluster of our own, reachable by its socket alone; others on the machine are not touched. */
export async function ensureCluster(context: Context): Promise<string> {
  const cluster = await locateCluster(context);
  const account = await findAccount(context);
  if (!cluster || !account || !existsSync(join(cluster.binDir, 'postgres')))
    throw new SetupError(
      cluster
        ? `The database in ${cluster.dataDir} was made by the PostgreSQL of ${cluster.binDir}, which is not installed.`
        : 'PostgreSQL is not installed.',
      { remedy: 'Install that version of PostgreSQL, then run `make up` again.' },
    );
  const made = !existsSync(join(cluster.dataDir, 'PG_VERSION'));
  if (made) {
    // Made beside its place, so that an interrupted initdb leaves nothing that looks like a database.
    const fresh = `${cluster.dataDir}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { mode: 0o700 });
    await chown(fresh, account.uid, account.gid);
    await context.run('setpriv', [
      ...asUser(context.settings.user),
      join(cluster.binDir, 'initdb'),
      ...['--pgdata', fresh, '--username', context.settings.user, '--encoding', 'UTF8'],
      ...['--locale', 'C.UTF-8', '--auth-local', 'peer', '--auth-host', 'reject'],
      '--no-instructions',
    ]);
    await rename(fresh, cluster.dataDir);
  }
  await configure(context, cluster);
  return made ? 'made' : 'there already';
}

/** Parameters for setpriv. */
function asUser(user: string): string[] {
  return [`--reuid=${user}`, `--regid=${user}`, '--init-groups', '--'];
}

/** Written at each run: these files belong to Labcast. Own settings go to `postgresql.conf`, which is left alone. */
async function configure(context: Context, cluster: Cluster): Promise<void> {
  const { user } = context.settings;
  const files: Record<string, string> = {
    'labcast.conf': [
      "listen_addresses = ''",
      `unix_socket_directories = '${cluster.socketDir}'`,
      'unix_socket_permissions = 0770',
      // One server process and an engine: small, and safe against a power cut.
      'max_connections = 60',
      'shared_buffers = 48MB',
      'max_wal_size = 256MB',
      'fsync = on',
      'jit = off',
      "log_timezone = 'UTC'",
      '',
    ].join('\n'),
    'pg_hba.conf': 'local all all peer map=labcast\n',
    // Root may ask and back up: psql -h SOCKET -U labcast labcast.
    'pg_ident.conf': `labcast ${user} ${user}\nlabcast root ${user}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(cluster.dataDir, name), text);
    await context.run('chown', [`${user}:${user}`, join(cluster.dataDir, name)]);
  }
  const main = join(cluster.dataDir, 'postgresql.conf');
  const include = "include 'labcast.conf'\n";
  const text = await readFile(main, 'utf8');
  if (!text.includes(include)) await writeFile(main, `${text}\n${include}`);
}

/** Once the cluster answers. */
export async function ensureDatabase(context: Context): Promise<void> {
  const cluster = await locateCluster(context);
  if (!cluster) return;
  const connection = ['-h', cluster.socketDir, '-U', context.settings.user];
  const found = await context.run(join(cluster.binDir, 'psql'), [
    ...[...connection, '-d', 'postgres', '-tAc'],
    "select 1 from pg_database where datname = 'labcast'",
  ]);
  if (found.stdout.trim() === '1') return;
  await context.run(join(cluster.binDir, 'createdb'), [...connection, 'labcast']);
}
