import { join } from 'node:path';
import type { Cluster } from '../postgres/ensureCluster.ts';
import type { Settings } from '../settings/settings.ts';
import { tokenFiles } from '../token/ensureAdminToken.ts';
import type { Service } from './service.ts';

/** Stopped in this order: nobody loses what it depends on before its own end. */
export const serviceNames = ['server', 'host', 'postgres'] as const;

/** Handed on from the administrator's shell: what a school's network may demand. */
const networkVariables = [
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Installation {
  readonly settings: Settings;
  readonly releaseFolder: string;
  readonly node: string;
  /** Undefined when the database is somebody else's. */
  readonly cluster: Cluster | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** In the order in which they are started. */
export function describeServices(installation: Installation): Service[] {
  const { settings, cluster } = installation;
  const environment = serviceEnvironment(installation);
  const main = (name: string, ...options: string[]): string[] => [
    installation.node,
    ...options,
    join(installation.releaseFolder, 'packages', name, 'src', 'main.ts'),
  ];
  const services: Service[] = [];
  if (cluster)
    services.push({
      name: 'postgres',
      description: "Labcast's database",
      user: settings.user,
      command: [join(cluster.binDir, 'postgres'), '-D', cluster.dataDir],
      environment: { PATH: path, LANG: 'C.UTF-8' },
      // TERM would wait for every client to leave.
      stopSignal: 'INT',
      leavesChildren: false,
      openFiles: 65_536,
      after: [],
      hardening: {
        writablePaths: [cluster.dataDir, cluster.socketDir],
        capabilities: [],
        mayChangeKernelSettings: false,
      },
    });
  services.push({
    name: 'host',
    description: "Labcast's host helper: bridges, firewall and kernel settings",
    user: 'root',
    command: main('host'),
    environment,
    stopSignal: 'TERM',
    leavesChildren: false,
    openFiles: 65_536,
    after: [],
    hardening: {
      writablePaths: [settings.runDir, settings.stateDir],
      capabilities: [
        'CAP_NET_ADMIN',
        'CAP_NET_RAW',
        'CAP_CHOWN',
        'CAP_FOWNER',
        'CAP_DAC_OVERRIDE',
        'CAP_SYS_ADMIN',
        'CAP_SYS_RESOURCE',
        'CAP_SYS_MODULE',
      ],
      mayChangeKernelSettings: true,
    },
  });
  services.push({
    name: 'server',
    description: "Labcast's server",
    user: settings.user,
    // What consoles pass on is garbage at once: collected early, 30 of them take 40 MB in place of 100.
    command: main('server', '--max-semi-space-size=2'),
    environment,
    stopSignal: 'TERM',
    leavesChildren: false,
    openFiles: 65_536,
    after: ['host', ...(cluster ? ['postgres'] : [])],
    hardening: { writablePaths: [], capabilities: [], mayChangeKernelSettings: false },
  });
  return services;
}

/** What the host helper and the server are told. Our own paths win over what was set by hand. */
function serviceEnvironment(installation: Installation): Record<string, string> {
  const { settings, cluster } = installation;
  const values: Record<string, string> = {};
  for (const name of networkVariables) {
    const value = installation.environment[name];
    if (value !== undefined && value !== '') values[name] = value;
  }
  return {
    ...values,
    ...settings.explicit,
    PATH: path,
    LANG: 'C.UTF-8',
    NODE_ENV: 'production',
    HOME: settings.stateDir,
    DATABASE_URL: cluster
      ? `postgresql:///labcast?host=${cluster.socketDir}`
      : (settings.databaseUrl ?? ''),
    LABCAST_STATE_DIR: settings.stateDir,
    LABCAST_CACHE_DIR: settings.cacheDir,
    LABCAST_RUN_DIR: settings.runDir,
    LABCAST_LOG_DIR: settings.logDir,
    LABCAST_USER: settings.user,
    LABCAST_HOST_GROUP: settings.user,
    LABCAST_PROJECT: settings.project,
    LABCAST_POOL: settings.pool,
    LABCAST_PORT: String(settings.port),
    LABCAST_ADMIN_TOKEN_HASH_FILE: tokenFiles(settings.stateDir).hash,
  };
}

/** Without systemd Incus is kept running like our own services; its package brings the same as init scripts. */
export function describeIncus(
  environment: Readonly<Record<string, string | undefined>>,
): Service[] {
  const inherited: Record<string, string> = {};
  for (const name of networkVariables) {
    const value = environment[name];
    if (value !== undefined && value !== '') inherited[name] = value;
  }
  const common = {
    user: 'root',
    stopSignal: 'TERM',
    leavesChildren: true,
    openFiles: 1_048_576,
    hardening: { writablePaths: [], capabilities: [], mayChangeKernelSettings: true },
  } as const;
  return [
    {
      ...common,
      name: 'lxcfs',
      description: 'Shows instances their own limits in /proc',
      command: ['/usr/bin/lxcfs', '/var/lib/lxcfs'],
      environment: { PATH: path },
      after: [],
      // After a crash the mount is still there, and nobody answers.
      before: ['/bin/sh', '-c', 'mkdir -p /var/lib/lxcfs; umount -l /var/lib/lxcfs'],
    },
    {
      ...common,
      name: 'incus',
      description: 'Incus',
      command: [
        '/usr/libexec/incus/incusd',
        ...['--group', 'incus-admin', '--logfile', '/var/log/incus/incus.log', '--syslog=false'],
      ],
      environment: {
        ...inherited,
        PATH: `/usr/libexec/incus:${path}`,
        HOME: '/root',
        LANG: 'C.UTF-8',
      },
      after: ['lxcfs'],
      before: ['/bin/sh', '-c', 'mkdir -p /var/log/incus; /usr/libexec/incus/incus-apparmor-load'],
    },
  ];
}
