import { defaultOvercommit } from '@labcast/domain';
import { z } from 'zod';
import type { ImageServerConfig } from './parseImageServers.ts';
import { imageServers } from './parseImageServers.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const factor = z.coerce.number().min(0.1).max(100);
const duty = z.enum(['on', 'off']);

const variables = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
      .default('postgresql:///labcast?host=/run/labcast/postgres'),
    LABCAST_LISTEN: z.string().default('127.0.0.1'),
    LABCAST_PORT: port.default(8080),
    LABCAST_PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .optional(),
    LABCAST_APPS_DOMAIN: z
      .string()
      .toLowerCase()
      .regex(
        /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
        'must be a domain name',
      )
      .default('localhost'),
    LABCAST_ADMIN_TOKEN_HASH_FILE: z.string().optional(),
    LABCAST_ENGINE: duty.default('on'),
    LABCAST_CONCURRENCY: z.coerce.number().int().min(1).max(64).optional(),
    LABCAST_STATE_DIR: z.string().default('/var/lib/labcast'),
    LABCAST_RUN_DIR: z.string().default('/run/labcast'),
    LABCAST_INCUS_DIR: z.string().default('/var/lib/incus'),
    LABCAST_INCUS_SOCKET: z.string().default('/var/lib/incus/unix.socket'),
    LABCAST_INCUS_URL: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
    LABCAST_INCUS_CLIENT_CERTIFICATE: z.string().optional(),
    LABCAST_INCUS_CLIENT_KEY: z.string().optional(),
    LABCAST_INCUS_SERVER_CERTIFICATE: z.string().optional(),
    LABCAST_IMAGE_SERVERS: imageServers.optional(),
    LABCAST_PROJECT: z.string().default('labcast'),
    LABCAST_POOL: z.string().default('labcast'),
    LABCAST_MEMORY_OVERCOMMIT: factor.default(defaultOvercommit.memory),
    LABCAST_STORAGE_OVERCOMMIT: factor.default(defaultOvercommit.storage),
    LABCAST_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .superRefine((given, context) => {
    for (const name of ['LABCAST_INCUS_CLIENT_CERTIFICATE', 'LABCAST_INCUS_CLIENT_KEY'] as const) {
      if (given.LABCAST_INCUS_URL === undefined || given[name] !== undefined) continue;
      const message = 'is needed with LABCAST_INCUS_URL: the path of a PEM file';
      context.addIssue({ code: 'custom', path: [name], message });
    }
    const platform = given.LABCAST_PUBLIC_URL && new URL(given.LABCAST_PUBLIC_URL).hostname;
    if (
      platform === given.LABCAST_APPS_DOMAIN ||
      platform?.endsWith(`.${given.LABCAST_APPS_DOMAIN}`)
    ) {
      context.addIssue({
        code: 'custom',
        path: ['LABCAST_APPS_DOMAIN'],
        message:
          'must not contain the host of LABCAST_PUBLIC_URL: apps.lab.example for lab.example, say',
      });
    }
    const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(given.LABCAST_LISTEN);
    if (isLoopback || given.LABCAST_PUBLIC_URL !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['LABCAST_PUBLIC_URL'],
      message:
        'is needed when LABCAST_LISTEN is not loopback: the address at which people reach it',
    });
  });

/** A unix socket, or an address with the paths of PEM files. */
export type IncusConfig =
  | { readonly socketPath: string }
  | {
      readonly url: string;
      readonly certificateFile: string;
      readonly keyFile: string;
      readonly serverCertificateFile?: string;
    };

/** What the process was told by its environment variables. */
export interface Config {
  readonly databaseUrl: string;
  readonly listen: { readonly host: string; readonly port: number };
  readonly publicUrl?: URL;
  /** Below it every app has a host of its own. */
  readonly appsDomain: string;
  /** A file that holds the SHA-256 of the administrator's token, in hexadecimal. */
  readonly adminTokenHashFile?: string;
  /** False: another process carries out what is wanted. */
  readonly runsEngine: boolean;
  /** How many instances are worked on at once. */
  readonly concurrency?: number;
  readonly hostSocket: string;
  readonly kubernetesDirectory: string;
  readonly incus: IncusConfig;
  /** Of the lab host: where Incus keeps its pools. */
  readonly incusDirectory: string;
  /** Where images with a name like `images:alpine/3.20` come from. */
  readonly imageServers: ImageServerConfig;
  readonly incusProject: string;
  readonly storagePool: string;
  readonly overcommit: { readonly memory: number; readonly storage: number };
  readonly logLevel: string;
}

/** Every mistake in the variables, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Throws a `ConfigError` that names all that is wrong. An empty variable counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(`These environment variables are not valid:\n${lines.join('\n')}`);
  }
  const given = parsed.data;
  return {
    databaseUrl: given.DATABASE_URL,
    listen: { host: given.LABCAST_LISTEN, port: given.LABCAST_PORT },
    ...(given.LABCAST_PUBLIC_URL !== undefined && { publicUrl: new URL(given.LABCAST_PUBLIC_URL) }),
    appsDomain: given.LABCAST_APPS_DOMAIN,
    ...(given.LABCAST_ADMIN_TOKEN_HASH_FILE !== undefined && {
      adminTokenHashFile: given.LABCAST_ADMIN_TOKEN_HASH_FILE,
    }),
    runsEngine: given.LABCAST_ENGINE === 'on',
    ...(given.LABCAST_CONCURRENCY !== undefined && { concurrency: given.LABCAST_CONCURRENCY }),
    hostSocket: `${given.LABCAST_RUN_DIR}/host.sock`,
    kubernetesDirectory: `${given.LABCAST_STATE_DIR}/kubernetes/current`,
    incus: incusConfig(given),
    incusDirectory: given.LABCAST_INCUS_DIR,
    imageServers: given.LABCAST_IMAGE_SERVERS ?? {},
    incusProject: given.LABCAST_PROJECT,
    storagePool: given.LABCAST_POOL,
    overcommit: {
      memory: given.LABCAST_MEMORY_OVERCOMMIT,
      storage: given.LABCAST_STORAGE_OVERCOMMIT,
    },
    logLevel: given.LABCAST_LOG_LEVEL,
  };
}

function incusConfig(given: z.output<typeof variables>): IncusConfig {
  const url = given.LABCAST_INCUS_URL;
  if (url === undefined) return { socketPath: given.LABCAST_INCUS_SOCKET };
  const serverCertificateFile = given.LABCAST_INCUS_SERVER_CERTIFICATE;
  return {
    url,
    certificateFile: given.LABCAST_INCUS_CLIENT_CERTIFICATE ?? '',
    keyFile: given.LABCAST_INCUS_CLIENT_KEY ?? '',
    ...(serverCertificateFile !== undefined && { serverCertificateFile }),
  };
}
