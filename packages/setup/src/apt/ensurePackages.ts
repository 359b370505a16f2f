import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { Context } from '../run/context.ts';
import { SetupError } from '../run/setupError.ts';
import {
  findMainSource,
  hasSuite,
  parseAptSources,
  renderBackportsPin,
  renderBackportsSource,
  type AptSource,
} from './aptSources.ts';

const backportsSourcePath = '/etc/apt/sources.list.d/labcast-backports.sources';
const backportsPinPath = '/etc/apt/preferences.d/labcast';
const clusterDefaultsPath = '/etc/postgresql-common/createcluster.conf';

/** PostgreSQL's version in each release, and whether Incus is only in its backports. */
const releases: Readonly<Record<string, { postgresql: string; backports: boolean }>> = {
  bookworm: { postgresql: 'postgresql-15', backports: true },
  trixie: { postgresql: 'postgresql-17', backports: false },
};

/** What Labcast needs from Debian. QEMU joins when there is something for it to run. */
export function neededPackages(codename: string, ownDatabase: boolean): string[] {
  return [
    'incus-base',
    'incus-client',
    'lxcfs',
    'btrfs-progs',
    'nftables',
    'iproute2',
    'kmod',
    'uidmap',
    'mmdebstrap',
    'ca-certificates',
    'curl',
    'xz-utils',
    'zstd',
    ...(ownDatabase ? [] : [releases[codename]?.postgresql ?? 'postgresql']),
  ];
}

/** Installs what is missing and touches nothing else; never starts or changes an existing PostgreSQL cluster. */
export async function ensurePackages(
  context: Context,
  codename: string,
  report: (text: string) => void,
): Promise<string> {
  const needed = neededPackages(codename, context.settings.databaseUrl !== undefined);
  const missing = await missingPackages(context, needed);
  if (missing.length === 0) return 'all there';

  if (releases[codename]?.backports === true && missing.some((name) => name.startsWith('incus')))
    await ensureBackports(codename);
  report('reading the package lists');
  await apt(context, ['update', '-q'], report);
  const database = missing.filter((name) => name.startsWith('postgresql'));
  const others = missing.filter((name) => !database.includes(name));
  if (others.length > 0) await install(context, others, report);
  if (database.length > 0) await installDatabase(context, database, report);

  const still = await missingPackages(context, needed);
  if (still.length > 0)
    throw new SetupError(`apt reported success, but ${still.join(', ')} is not installed.`, {
      remedy: `Run \`apt-get install ${still.join(' ')}\` and see what it says.`,
    });
  return `installed ${missing.join(', ')}`;
}

/** For what only some commands need, such as the browser of the tests. */
export async function ensureInstalled(
  context: Context,
  names: readonly string[],
  report: (text: string) => void,
): Promise<void> {
  const missing = await missingPackages(context, names);
  if (missing.length === 0) return;
  await apt(context, ['update', '-q'], report);
  await install(context, missing, report);
}

export async function missingPackages(
  context: Context,
  needed: readonly string[],
): Promise<string[]> {
  const { stdout } = await context.run(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...needed],
    { mayFail: true },
  );
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return needed.filter((name) => !installed.has(name));
}

/** Does nothing where the machine has the backports already, from us or from somebody else. */
async function ensureBackports(codename: string): Promise<void> {
  const sources = await readAptSources();
  if (!hasSuite(sources, `${codename}-backports`)) {
    const main = findMainSource(sources, codename);
    if (!main)
      throw new SetupError(`No source of ${codename} main is configured for apt.`, {
        remedy: `Add your Debian mirror to /etc/apt/sources.list, or ${codename}-backports by yourself.`,
      });
    await writeFile(backportsSourcePath, renderBackportsSource(main, codename));
  }
  await writeFile(backportsPinPath, renderBackportsPin(codename));
}

async function readAptSources(): Promise<AptSource[]> {
  const folder = '/etc/apt/sources.list.d';
  const names = await readdir(folder).catch(() => []);
  const files = [
    '/etc/apt/sources.list',
    ...names.filter((name) => /\.(list|sources)$/.test(name)).map((name) => `${folder}/${name}`),
  ];
  const sources: AptSource[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    sources.push(...parseAptSources(text, file.endsWith('.sources') ? 'deb822' : 'list'));
  }
  return sources;
}

/** Debian makes and starts a cluster `main` with its first PostgreSQL, which nobody asked for here. */
async function installDatabase(
  context: Context,
  packages: readonly string[],
  report: (text: string) => void,
): Promise<void> {
  const first = !existsSync('/etc/postgresql-common');
  if (!first) return install(context, packages, report);
  await install(context, ['postgresql-common'], report);
  const before = await readFile(clusterDefaultsPath, 'utf8').catch(() => '');
  await mkdir('/etc/postgresql-common', { recursive: true });
  await writeFile(clusterDefaultsPath, 'create_main_cluster = false\n');
  try {
    await install(context, packages, report);
  } finally {
    // Whoever installs another version later shall find Debian's own behaviour.
    await writeFile(clusterDefaultsPath, before);
  }
}

async function install(
  context: Context,
  packages: readonly string[],
  report: (text: string) => void,
): Promise<void> {
  report(`installing ${packages.join(', ')}`);
  await apt(context, ['install', '-y', '-q', '--no-install-recommends', ...packages], report);
}

async function apt(
  context: Context,
  parameters: readonly string[],
  report: (text: string) => void,
): Promise<void> {
  await context.run(
    'apt-get',
    // Another apt may be at work, as unattended upgrades are on a machine that has just booted.
    ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Options::=--force-confold', ...parameters],
    {
      environment: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      timeoutMs: 30 * 60_000,
      onLine: (line) => {
        if (/^(Get:|Unpacking|Setting up)/.test(line)) report(line.slice(0, 100));
      },
      remedy:
        'Check that `apt-get update` works on this machine (network, mirror, proxy), then run `make up` again.',
    },
  );
}
