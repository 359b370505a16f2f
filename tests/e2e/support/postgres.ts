import { readdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { inside } from './classroom.ts';
import { run } from './labcast.ts';
import { project } from './world.ts';

/** Labcast's own database is Debian's too: its programs go into the lab by files, since labs may reach no mirror. */
const version = readdirSync('/usr/lib/postgresql').toSorted((a, b) => Number(b) - Number(a))[0];
const programs = `/usr/lib/postgresql/${version ?? ''}`;
const data = '/var/lib/postgresql/data';

async function librariesOf(paths: readonly string[]): Promise<string[]> {
  const { stdout } = await run('ldd', paths);
  return [...new Set([...stdout.matchAll(/=> (\/\S+)/g)].map(([, path]) => path ?? ''))];
}

/** What the server and its clients need; the compiler of queries, which is most of it, is left out. */
async function filesOfServer(): Promise<string[]> {
  const { stdout } = await run('find', [
    ...[`${programs}/bin`, `${programs}/lib`, `/usr/share/postgresql/${version ?? ''}`],
    ...['-not', '-path', '*bitcode*', '-not', '-name', 'llvmjit*', '-type', 'f'],
  ]);
  const files = stdout.trim().split('\n');
  const binaries = files.filter((path) => path.includes('/bin/'));
  return [...files, '/usr/share/zoneinfo', ...(await librariesOf(binaries))];
}

/** Copies files and folders of the host to the same place; what is there already stays. */
async function copyIn(instance: string, files: readonly string[]): Promise<void> {
  const pack = spawn('tar', ['-C', '/', '-chf', '-', '-T', '-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  pack.stdin.end(files.join('\n'));
  const unpack = spawn('incus', [
    ...['exec', instance, '--project', project, '--'],
    ...['tar', '-C', '/', '-xf', '-', '--skip-old-files', '--no-same-owner'],
  ]);
  pack.stdout.pipe(unpack.stdin);
  const [errors, code] = await Promise.all([
    buffer(unpack.stderr),
    new Promise((resolve) => unpack.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`${instance}: ${errors.toString()}`);
}

const unit = `[Unit]
After=network.target
[Service]
User=postgres
Type=notify
ExecStart=${programs}/bin/postgres -D ${data}
[Install]
WantedBy=multi-user.target`;

/** A server that starts by itself, keeps sums of its pages, and lets the network in; with pgbench's bank in it. */
export async function installPostgres(instance: string): Promise<void> {
  await copyIn(instance, await filesOfServer());
  await inside(
    instance,
    `ldconfig
     useradd --system --home-dir /var/lib/postgresql --create-home --shell /bin/sh postgres
     su postgres -c '${programs}/bin/initdb -D ${data} -k -A trust -E UTF8 --locale=C' >/dev/null
     echo "host all all 0.0.0.0/0 trust" >>${data}/pg_hba.conf
     printf "listen_addresses = '*'\\nunix_socket_directories = '/tmp'\\nshared_buffers = 32MB\\njit = off\\nmax_wal_size = 64MB\\n" >>${data}/postgresql.conf
     printf '%s\\n' '${unit}' >/etc/systemd/system/database.service
     systemctl daemon-reload; systemctl enable --now database
     ${programs}/bin/pgbench -h /tmp -U postgres -i -s 1 postgres 2>/dev/null
     ${programs}/bin/psql -h /tmp -U postgres -qc 'create extension amcheck; create table receipt (number int primary key)'`,
  );
}

/** The client's programs in another machine of the lab. */
export async function installClient(instance: string): Promise<void> {
  const binaries = [`${programs}/bin/psql`, `${programs}/bin/pgbench`];
  await copyIn(instance, [...binaries, ...(await librariesOf(binaries))]);
  await inside(instance, 'ldconfig');
}

/**
 * From another machine: the bank's transactions as fast as they go, and beside them numbers, of which each is written down
 * there once the server has said that it has it.
 */
export async function loadPostgres(client: string, server: string): Promise<void> {
  await inside(
    client,
    `printf '%s\\n' '#!/bin/sh' 'number=0
     while number=$((number + 1)); do
       echo "insert into receipt values ($number) returning number;"
     done | ${programs}/bin/psql -h ${server} -U postgres -qAt postgres >/srv/acknowledged' >/usr/bin/write-receipts
     chmod 755 /usr/bin/write-receipts
     systemd-run --quiet --unit=receipts /usr/bin/write-receipts
     systemd-run --quiet --unit=bank ${programs}/bin/pgbench -h ${server} -U postgres -n -c 4 -T 3600 postgres`,
  );
}

/** The last number that the client knows to be kept. */
export async function lastAcknowledged(client: string): Promise<number> {
  return Number(await inside(client, 'tail -n 2 /srv/acknowledged | head -n 1'));
}

export function query(instance: string, sql: string): Promise<string> {
  return inside(instance, `${programs}/bin/psql -h /tmp -U postgres -qAt postgres -c "${sql}"`);
}

/** Every page by its sum, with the server stopped meanwhile. Throws with what is damaged. */
export async function checkPages(instance: string): Promise<string> {
  return inside(
    instance,
    `systemctl stop database; su postgres -c '${programs}/bin/pg_checksums --check -D ${data}'; systemctl start database`,
  );
}
