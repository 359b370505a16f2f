import { access } from 'node:fs/promises';
import { LabcastError } from '@labcast/domain';
import { runCommand } from '../build/runCommand.ts';
import type { BuildContext } from '../recipe.ts';

/** What the modules of the components ask for in their `go.mod`. */
const neededMinor = 26;
/** The first that fetches a newer toolchain by itself, through the machine's module proxy. */
const switchingMinor = 21;
/** Fetched by an older Go. */
const toolchain = 'go1.26.0';

export interface Go {
  readonly program: string;
  /** To be set when it is called. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A Go that can build the components: this machine's own, or the newest of Debian's packages, which fetches the
 * toolchain that is needed. Installs a package at most. Throws `step-failed` when apt has no Go that will do.
 */
export async function ensureGo(context: Pick<BuildContext, 'logFile' | 'step'>): Promise<Go> {
  const installed = await findGo(context.logFile);
  if (installed) return installed;
  context.step('Installing Go');
  await installGo(context.logFile);
  const found = await findGo(context.logFile);
  if (found) return found;
  throw new LabcastError('step-failed', 'Go was installed and still cannot be called.', {
    remedy: `Install Go 1.${String(neededMinor)} or newer and put it on the PATH.`,
  });
}

async function findGo(logFile: string): Promise<Go | undefined> {
  const debian = await listDebianGo(logFile);
  const candidates = ['go', '/usr/local/go/bin/go', ...debian.map(({ program }) => program)];
  for (const program of candidates) {
    const version = await askVersion(program, logFile);
    const go = version && usableGo(program, version);
    if (go) return go;
  }
  return undefined;
}

/** Decides by the answer of `go env GOVERSION`, such as `go1.26.8`. */
export function usableGo(program: string, version: string): Go | undefined {
  const minor = Number(/^go1\.(\d+)/.exec(version)?.[1] ?? 0);
  // Whatever toolchain a version file or a setting would choose: this one was looked at.
  if (minor >= neededMinor) return { program, environment: { GOTOOLCHAIN: 'local' } };
  if (minor >= switchingMinor) return { program, environment: { GOTOOLCHAIN: toolchain } };
  return undefined;
}

async function askVersion(program: string, logFile: string): Promise<string | undefined> {
  try {
    const environment = { GOTOOLCHAIN: 'local' };
    return (await runCommand([program, 'env', 'GOVERSION'], { logFile, environment })).trim();
  } catch {
    // Not installed, which is what is being asked.
    return undefined;
  }
}

interface DebianGo {
  readonly package: string;
  readonly program: string;
  readonly minor: number;
}

/** Go packages that apt knows, newest first, as `apt-cache` lists them. */
export function parseDebianGo(list: string): DebianGo[] {
  return [...list.matchAll(/^(golang-1\.(\d+)-go)\b/gm)]
    .map(([, name = '', minor = '']) => ({
      package: name,
      program: `/usr/lib/go-1.${minor}/bin/go`,
      minor: Number(minor),
    }))
    .sort((a, b) => b.minor - a.minor);
}

async function listDebianGo(logFile: string): Promise<DebianGo[]> {
  const command = ['apt-cache', 'search', '--names-only', '^golang-1\\.[0-9]+-go$'] as const;
  return parseDebianGo(await runCommand(command, { logFile }));
}

async function installGo(logFile: string): Promise<void> {
  const [newest] = await listDebianGo(logFile);
  if (!newest || newest.minor < switchingMinor) {
    throw new LabcastError(
      'step-failed',
      'Building Kubernetes needs Go, and apt has none that is new enough.',
      {
        remedy: `Enable Debian's backports, or install Go 1.${String(neededMinor)} and put it on the PATH.`,
      },
    );
  }
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand(['apt-get', 'install', '--yes', '--no-install-recommends', newest.package], {
    logFile,
    environment,
  });
  await access(newest.program);
}
