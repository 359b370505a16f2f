import { basename } from 'node:path';
import { settingNames } from './settingNames.ts';

/**
 * Everything that an administrator can choose, as it holds for this run. Folders are absolute paths whose last part
 * contains `labcast`: each belongs to Labcast alone.
 */
export interface Settings {
  /** Database, tokens, Kubernetes artefacts: what a backup needs. */
  readonly stateDir: string;
  /** Built images and tools: can be deleted at any time, and is then built again. */
  readonly cacheDir: string;
  /** Sockets and pid files. */
  readonly runDir: string;
  readonly logDir: string;
  /** The copy of Labcast that the services run from. */
  readonly installDir: string;
  readonly configDir: string;
  /** System user and group of the server and the database. */
  readonly user: string;
  /** Incus project that holds every lab. */
  readonly project: string;
  /** Incus storage pool for every lab; made when it is not there. */
  readonly pool: string;
  /** Size of the loop file of a new pool in bytes; undefined: half of the free space. */
  readonly poolSizeBytes: number | undefined;
  /** Block device for a new pool, in place of a loop file. */
  readonly poolSource: string | undefined;
  readonly port: number;
  /** Undefined: a private PostgreSQL cluster is made and run. */
  readonly databaseUrl: string | undefined;
  /** What was said explicitly, now or earlier, by variable name: handed on to the services and remembered. */
  readonly explicit: Readonly<Record<string, string>>;
}

export const usualProject = 'labcast';

/**
 * `environment` wins over `remembered`, which is what an earlier run was told. Throws a plain sentence when a value
 * cannot be used.
 */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
  remembered: Readonly<Record<string, string>> = {},
): Settings {
  const explicit: Record<string, string> = { ...remembered };
  for (const [name, value] of Object.entries(environment)) {
    if (!settingNames.has(name) || value === undefined) continue;
    // An empty value is how a remembered one is taken back.
    if (value === '') Reflect.deleteProperty(explicit, name);
    else explicit[name] = value;
  }
  const folder = (name: string, otherwise: string): string =>
    absolute(name, explicit[name] ?? environment[name] ?? otherwise);
  return {
    stateDir: folder('LABCAST_STATE_DIR', '/var/lib/labcast'),
    cacheDir: folder('LABCAST_CACHE_DIR', '/var/cache/labcast'),
    runDir: folder('LABCAST_RUN_DIR', '/run/labcast'),
    logDir: folder('LABCAST_LOG_DIR', '/var/log/labcast'),
    installDir: folder('LABCAST_INSTALL_DIR', '/opt/labcast'),
    configDir: folder('LABCAST_CONFIG_DIR', '/etc/labcast'),
    user: named('LABCAST_USER', explicit.LABCAST_USER ?? 'labcast'),
    project: named('LABCAST_PROJECT', explicit.LABCAST_PROJECT ?? usualProject),
    pool: named('LABCAST_POOL', explicit.LABCAST_POOL ?? 'labcast'),
    poolSizeBytes: size('LABCAST_POOL_SIZE', explicit.LABCAST_POOL_SIZE),
    poolSource: explicit.LABCAST_POOL_SOURCE,
    port: port('LABCAST_PORT', explicit.LABCAST_PORT ?? '8080'),
    databaseUrl: explicit.DATABASE_URL,
    explicit,
  };
}

function absolute(name: string, value: string): string {
  if (!value.startsWith('/') || value.length < 2)
    throw new Error(`${name} must be an absolute path such as /var/lib/labcast, not "${value}".`);
  const path = value.replace(/\/+$/, '');
  // \`make clean-host\` removes these folders whole.
  if (!basename(path).includes('labcast'))
    throw new Error(
      `${name} must be a folder of its own with "labcast" in its name, as ${path}/labcast, not "${value}".`,
    );
  return path;
}

function named(name: string, value: string): string {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(value))
    throw new Error(
      `${name} must be a short name of lowercase letters, digits and dashes, not "${value}".`,
    );
  return value;
}

function port(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Error(`${name} must be a port from 1 to 65535, not "${value}".`);
  return number;
}

function size(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const match = /^(\d+)\s*(MiB|GiB|TiB)$/.exec(value);
  if (!match) throw new Error(`${name} must be a size such as 50GiB, not "${value}".`);
  const unit = { MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 }[match[2] as 'MiB' | 'GiB' | 'TiB'];
  return Number(match[1]) * unit;
}
