import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createFakeIncus } from '@labcast/incus/testing';
import type { ExecHandler, FakeIncus } from '@labcast/incus/testing';
import type { HostObservation } from '@labcast/domain';
import type { Environment, Store } from '@labcast/store';
import { openTestStore } from '@labcast/store/testing';
import type { TestDatabase } from '@labcast/store/testing';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createServer } from '../createServer.ts';

/** The real server on a free port, with a real database and an Incus in memory. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly database: TestDatabase;
  readonly incus: FakeIncus;
  readonly baseUrl: string;
  /** The administrator's. */
  readonly token: string;
  /** Everything that it logged, as JSON lines. */
  readonly log: string[];
  /** An administrator's call, unless other headers tell who calls. An answer without a body is `undefined`. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: never }>;
  /** An environment of which all elements run, as far as Incus knows. */
  createRunning(name: string, blueprint: string): Promise<Environment>;
  remove(): Promise<void>;
}

const GiB = 1024 ** 3;

export const roomyHost: HostObservation = {
  cpus: 4,
  memoryTotalBytes: 32 * GiB,
  memoryAvailableBytes: 24 * GiB,
  poolTotalBytes: 200 * GiB,
  poolUsedBytes: 10 * GiB,
  uplinkSubnet: '10.99.0.0/16',
  nameServers: ['9.9.9.9'],
  images: ['labcast/debian-12', 'labcast/gateway', 'labcast/kubernetes-node'],
};

export async function startTestServer(
  options: { exec?: ExecHandler; webDirectory?: string; publicUrl?: URL } = {},
): Promise<TestServer> {
  const { exec, webDirectory, publicUrl } = options;
  const testStore = await openTestStore();
  const { store, database } = testStore;
  const token = randomBytes(32).toString('base64url');
  await store.saveAdminTokenHash(createHash('sha256').update(token).digest('hex'));
  await store.saveHostObservation(roomyHost);
  const incus = createFakeIncus({ images: roomyHost.images, ...(exec && { exec }) });
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => log.push(line) });
  const settings = {
    overcommit: { memory: 1.5, storage: 3 },
    recheckMs: 50,
    ...(webDirectory !== undefined && { webDirectory }),
    ...(publicUrl && { publicUrl }),
  };
  const metrics = new Registry();
  const app = await createServer({ store, incus: incus.client, logger, metrics, settings });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const baseUrl = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}`;
  return {
    app,
    store,
    database,
    incus,
    baseUrl,
    token,
    log,
    async call(method, path, body, headers = { authorization: `Bearer ${token}` }) {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: (text === '' ? undefined : JSON.parse(text)) as never,
      };
    },
    async createRunning(name, blueprint) {
      const request = { name, parameters: {}, blueprint };
      const { environment } = await store.createAssignment(request, () => undefined);
      for (const element of ['gateway', 'web', 'cluster', 'cluster-2']) {
        await incus.client.createInstance({
          name: `${environment.key}-${element}`,
          image: 'labcast/debian-12',
          config: {},
          devices: {},
          start: true,
        });
      }
      return environment;
    },
    async remove() {
      await app.close();
      await testStore.remove();
    },
  };
}
