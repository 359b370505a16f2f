import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../build/runCommand.ts';
import type { BuildContext } from '../recipe.ts';
import { readAptSettings } from './aptSettings.ts';
import { formatSources, listDebianSources } from './debianSources.ts';

export interface BootstrapRequest {
  readonly suite: string;
  /** mmdebstrap's: `extract` only unpacks, running no package's scripts; `minbase` gives a system with apt. */
  readonly variant: 'extract' | 'minbase';
  readonly packages: readonly string[];
  /** Files of packages that are not unpacked, as dpkg's patterns of absolute paths. */
  readonly excludes?: readonly string[];
  /** Made by this. */
  readonly root: string;
}

/** A root file system from this machine's Debian mirror. Needs root, but no loop device. */
export async function bootstrap(request: BootstrapRequest, context: BuildContext): Promise<void> {
  const { logFile, workDir, aptCacheDir } = context;
  const sources = await listDebianSources(request.suite, logFile);
  const settings = await readAptSettings(logFile);
  const sourcesFile = join(workDir, 'sources.list');
  const settingsFile = join(workDir, 'apt.conf');
  await writeFile(sourcesFile, formatSources(sources, { withCredentials: true }), { mode: 0o600 });
  await writeFile(
    settingsFile,
    `${settings.build}Dir::Etc::netrc "/etc/apt/auth.conf";\nDir::Etc::netrcparts "/etc/apt/auth.conf.d";\n`,
    { mode: 0o600 },
  );

  const archives = '"$1"/var/cache/apt/archives';
  // Hard links: the cache lies on the same file system, so fetched packages are never copied.
  const useCache = `mkdir -p ${archives}; cp -l ${aptCacheDir}/*.deb ${archives}/ 2>/dev/null || true`;
  const fillCache = `cp -ln ${archives}/*.deb ${aptCacheDir}/`;
  const last = request.variant === 'extract' ? 'extract' : 'customize';
  context.step(`Fetching and unpacking ${String(request.packages.length)} packages of Debian`);
  await runCommand(
    [
      // What it mounts into the root is seen by it alone: clearing up after a killed build must never walk into /dev.
      'unshare',
      '--mount',
      'mmdebstrap',
      '--mode=root',
      `--variant=${request.variant}`,
      '--format=directory',
      // Else the packages are gone before they can be kept.
      '--skip=essential/unlink',
      `--aptopt=${settingsFile}`,
      '--dpkgopt=path-exclude=/usr/share/man/*',
      '--dpkgopt=path-exclude=/usr/share/locale/*',
      '--dpkgopt=path-exclude=/usr/share/doc/*',
      '--dpkgopt=path-include=/usr/share/doc/*/copyright',
      ...(request.excludes ?? []).map((pattern) => `--dpkgopt=path-exclude=${pattern}`),
      `--include=${request.packages.join(',')}`,
      `--setup-hook=${useCache}`,
      `--${last}-hook=${fillCache}`,
      request.suite,
      request.root,
      sourcesFile,
    ],
    { logFile, environment: { TMPDIR: workDir } },
  );
  await removeTracesOfHost(request.root, logFile);
  await writeAptConfiguration(request.root, sources, settings.image);
}

/** What mmdebstrap copied from this machine, and settings that were only for the build. */
async function removeTracesOfHost(root: string, logFile: string): Promise<void> {
  const paths = [
    'etc/hostname',
    'etc/resolv.conf',
    'etc/apt/sources.list',
    'etc/apt/sources.list.d/0000sources.list',
    'etc/apt/apt.conf.d/99mmdebstrap',
    'etc/dpkg/dpkg.cfg.d/99mmdebstrap',
    'var/cache/apt/archives',
    'var/log/apt',
    'var/log/dpkg.log',
    'var/log/bootstrap.log',
  ];
  await runCommand(['rm', '-rf', ...paths.map((path) => join(root, path))], { logFile });
}

async function writeAptConfiguration(
  root: string,
  sources: Parameters<typeof formatSources>[0],
  settings: string,
): Promise<void> {
  await writeFile(
    join(root, 'etc/apt/sources.list'),
    `# The mirrors of the machine on which this image was built.\n${formatSources(sources, { withCredentials: false })}`,
  );
  await writeFile(join(root, 'etc/apt/apt.conf.d/90mirror'), settings);
}
