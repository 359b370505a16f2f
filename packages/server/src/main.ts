import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { startEngine } from '@labcast/engine';
import type { Engine } from '@labcast/engine';
import { LabcastError } from '@labcast/domain';
import { createHostClient } from '@labcast/host';
import { createIncusClient } from '@labcast/incus';
import type { IncusClient } from '@labcast/incus';
import { createStore, migrate } from '@labcast/store';
import type { Logger } from 'pino';
import { collectDefaultMetrics, register } from 'prom-client';
import { ConfigError, readConfig } from './config.ts';
import type { Config, IncusConfig } from './config.ts';
import { createLogger } from './createLogger.ts';
import { createServer } from './createServer.ts';
import { AddressInUseError, listen } from './listen.ts';
import { loadAdminToken } from './loadAdminToken.ts';
import { printSetupLink } from './printSetupLink.ts';

/** Exit codes for supervisors: 2 and 3 will not be better after another start. */
const exitCodes = { failed: 1, wrongConfig: 2, addressInUse: 3 } as const;
const longestStopMs = 15_000;

/** Where the web package is built; without it the server has no pages. */
const webDirectory = new URL('../../web/dist/', import.meta.url).pathname;

/** Puts the process together: this file alone knows both the server and the engine. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (process.argv[2] === 'setup-link') return printSetupLink(config);
  const logger = createLogger(config.logLevel);
  const { databaseUrl } = config;
  await migrate({ databaseUrl, logger });
  const store = createStore({ databaseUrl, logger });
  if (config.adminTokenHashFile !== undefined) {
    await loadAdminToken(store, config.adminTokenHashFile);
  }
  const incus = await connectIncus(config);
  const host = createHostClient({ socketPath: config.hostSocket });
  collectDefaultMetrics({ register });
  const { overcommit, publicUrl, appsDomain } = config;
  const settings = {
    appsDomain,
    overcommit,
    webDirectory,
    version: await readVersion(),
    places: describePlaces(config),
    ...(publicUrl && { publicUrl }),
  };
  const app = await createServer({ store, incus, logger, metrics: register, settings });
  // Before the engine: a second process on one port must not begin to work.
  const address = await listen(app, config.listen);
  let engine: Engine | undefined;
  stopOnSignal(logger, async () => {
    await Promise.all([engine?.stop(), app.close()]);
    await Promise.all([incus.close(), host.close()]);
    await store.close();
  });
  if (config.runsEngine) {
    const { storagePool, kubernetesDirectory, incusDirectory } = config;
    const concurrency = config.concurrency ?? 2 * availableParallelism();
    engine = await startEngine({
      store,
      incus,
      host,
      logger: logger.child({ part: 'engine' }),
      settings: {
        storagePool,
        incusDirectory,
        kubernetesDirectory,
        concurrency,
        overcommit: config.overcommit,
      },
    });
  }
  logger.info({ address, engine: config.runsEngine }, 'Labcast is up.');
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** For an administrator who looks for them. A database's address may hold a password, so only its host is told. */
function describePlaces(config: Config): Record<string, string> {
  const { databaseUrl, listen, incus, incusProject, storagePool, kubernetesDirectory } = config;
  const database = new URL(databaseUrl);
  return {
    'Listens on': `${listen.host}:${String(listen.port)}`,
    Database: `${database.pathname.slice(1)} on ${database.host || (database.searchParams.get('host') ?? 'this machine')}`,
    Incus: 'url' in incus ? incus.url : incus.socketPath,
    'Incus project': incusProject,
    'Storage pool': storagePool,
    'Host helper': config.hostSocket,
    Kubernetes: kubernetesDirectory,
  };
}

async function connectIncus({ incus, incusProject, imageServers }: Config): Promise<IncusClient> {
  return createIncusClient({
    endpoint: await readEndpoint(incus),
    project: incusProject,
    imageServers,
  });
}

async function readEndpoint(incus: IncusConfig) {
  if ('socketPath' in incus) return incus;
  const { url, certificateFile, keyFile, serverCertificateFile } = incus;
  return {
    url,
    certificate: await readFile(certificateFile, 'utf8'),
    key: await readFile(keyFile, 'utf8'),
    ...(serverCertificateFile !== undefined && {
      serverCertificate: await readFile(serverCertificateFile, 'utf8'),
    }),
  };
}

/** The first signal ends everything in order, the second at once. */
function stopOnSignal(logger: Logger, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(exitCodes.failed);
    isStopping = true;
    logger.info({ signal }, 'Labcast is stopping.');
    // Nothing is lost by an end in the middle: the next start looks at what is there.
    setTimeout(() => process.exit(exitCodes.failed), longestStopMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Labcast did not stop in order.');
        process.exit(exitCodes.failed);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

try {
  await main();
} catch (error) {
  if (error instanceof ConfigError) {
    console.error(error.message);
    process.exit(exitCodes.wrongConfig);
  }
  if (error instanceof AddressInUseError) {
    console.error(error.message);
    process.exit(exitCodes.addressInUse);
  }
  if (error instanceof LabcastError) {
    console.error([error.message, error.remedy].filter(Boolean).join(' '));
    process.exit(exitCodes.failed);
  }
  console.error('Labcast could not start.', error);
  process.exit(exitCodes.failed);
}
