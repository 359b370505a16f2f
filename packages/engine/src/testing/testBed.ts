import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LabcastError } from '@labcast/domain';
import { createFakeIncus } from '@labcast/incus/testing';
import type { FakeIncus } from '@labcast/incus/testing';
import { createStore } from '@labcast/store';
import type { Environment, EnvironmentId, Store } from '@labcast/store';
import { createTestDatabase } from '@labcast/store/testing';
import type { TestDatabase } from '@labcast/store/testing';
import { pino } from 'pino';
import { startEngine } from '../startEngine.ts';
import type { Engine } from '../startEngine.ts';
import type { EngineTimings } from '../timings.ts';
import { createFakeHost } from './fakeHost.ts';
import type { FakeHost } from './fakeHost.ts';
import { createInsides } from './insides.ts';
import type { Insides } from './insides.ts';
import { createProcessBorder } from './processBorder.ts';
import { watchIncus } from './watchedIncus.ts';
import type { WatchedIncus } from './watchedIncus.ts';

/** A lab host in memory, a real database, and as many engines on both as a test starts. */
export interface TestBed {
  /** The test's own, of no engine. */
  readonly store: Store;
  readonly database: TestDatabase;
  readonly incus: FakeIncus;
  readonly watched: WatchedIncus;
  readonly host: FakeHost;
  readonly insides: Insides;
  /** Things that appeared in the world without an open ledger row; always empty. */
  readonly unaccounted: string[];
  /** Every instance that ever was in the world. */
  readonly everMade: Set<string>;
  /** The clock of all engines goes forward by so much, or back. */
  jumpClock(byMs: number): void;
  /** One with `lifeInCalls` is killed at that call of Incus, the host helper or the store. */
  start(timings?: Partial<EngineTimings>, lifeInCalls?: number): Promise<TestProcess>;
  createLab(blueprint: string, name?: string): Promise<Environment>;
  /** Resolves with the environment once `isSo`; throws with its status when that takes too long. */
  until(
    id: EnvironmentId,
    isSo: (environment: Environment) => boolean | Promise<boolean>,
  ): Promise<Environment>;
  /** Until the present wish was seen to be fulfilled. */
  untilSettled(id: EnvironmentId): Promise<Environment>;
  untilGone(id: EnvironmentId): Promise<Environment>;
  /** Wants something else and waits until it is so, or until that is given up. */
  change(id: EnvironmentId, change: Parameters<Store['changeWanted']>[1]): Promise<Environment>;
  /** Until it is as wanted, or given up since `before`. */
  untilRest(id: EnvironmentId, before?: Environment): Promise<Environment>;
  /** Wants it absent and waits. */
  destroy(id: EnvironmentId): Promise<Environment>;
  remove(): Promise<void>;
}

export interface TestProcess {
  stop(): Promise<void>;
  /** As kill -9: nothing more is done, and its database connections close. */
  kill(): Promise<void>;
  readonly ended: Promise<unknown>;
}

/** Nothing in a test waits for long; what is retried is retried at once. */
const quick: EngineTimings = {
  lookAgain: 100,
  otherProcess: 5,
  eventsSettle: 1,
  observeHost: 1_000,
  lookForSweeps: 10,
  lookForJobs: 10,
  observeHealth: 20,
  sampleUsage: 40,
  tellPlaces: 5,
  lookForUploads: 10,
  firstRetry: 1,
  longestRetry: 10,
  waitForNeighbour: 5,
  pollNodes: 2,
  followRun: 5,
  checkPatience: 30,
  checkAgain: 10,
};

const patienceMs = 20_000;
const images = [
  'labcast/vm-host',

  'labcast/gateway',
  'labcast/debian-12',
  'labcast/debian-vm',
  'labcast/kubernetes-node',
];

export async function openTestBed(): Promise<TestBed> {
  const database = await createTestDatabase();
  const store = createStore({ databaseUrl: database.url });
  const insides = createInsides();
  const incus = createFakeIncus({ images, exec: insides.exec });
  incus.world.pools.set('labcast', { totalBytes: 40 * 2 ** 30, usedBytes: 2 ** 30 });
  insides.live(incus);
  const host = createFakeHost();
  host.setFrozen = (names, frozen) => {
    for (const name of names)
      incus.world.setFrozen(name.slice(`${incus.client.project}_`.length), frozen);
  };
  const unaccounted: string[] = [];
  const everMade = new Set<string>();
  const watched = watchIncus(incus.client, async (name) => {
    everMade.add(name);
    if (!(await hasOpenRow(store, name))) unaccounted.push(name);
  });
  const auditedHost = auditHost(host, store, unaccounted);
  let clockAheadMs = 0;
  const processes = new Set<TestProcess>();

  const until: TestBed['until'] = async (id, isSo) => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const environment = await store.getEnvironment(id).catch(unlessUnavailable);
      if (environment && (await isSo(environment))) return environment;
      if (Date.now() > deadline)
        throw new Error(`It did not come to that: ${JSON.stringify(environment, undefined, 1)}`);
      await sleep(5);
    }
  };
  const untilGone = (id: EnvironmentId): Promise<Environment> =>
    until(id, ({ removedAt }) => removedAt !== undefined);

  const untilRest: TestBed['untilRest'] = (id, before) =>
    until(id, (now) => {
      if (isSettled(now)) return true;
      return (
        now.status.state === 'failed' && now.status.lastError?.at !== before?.status.lastError?.at
      );
    });

  return {
    store,
    database,
    incus,
    watched,
    host,
    insides,
    unaccounted,
    everMade,
    until,
    untilGone,
    untilRest,
    untilSettled: (id) => until(id, isSettled),
    async change(id, change) {
      const before = await store.getEnvironment(id);
      await store.changeWanted(id, change);
      return untilRest(id, before);
    },
    jumpClock(byMs) {
      clockAheadMs += byMs;
    },
    async start(timings, lifeInCalls = Infinity) {
      let calls = 0;
      const border = createProcessBorder(() => {
        if (++calls === lifeInCalls) void running.kill();
      });
      const own = createStore({ databaseUrl: database.url });
      const { promise: started, resolve: tell } = Promise.withResolvers<Engine>();
      const end = async (how: () => Promise<void> | void): Promise<void> => {
        if (!processes.delete(running)) return;
        await how();
        await own.close();
        tellEnd(undefined);
      };
      const { promise: ended, resolve: tellEnd } = Promise.withResolvers<undefined>();
      const running: TestProcess = {
        stop: () => end(async () => (await started).stop()),
        kill: () => end(border.kill),
        ended,
      };
      processes.add(running);
      const starting = startEngine({
        store: border.wrap(own),
        incus: border.wrap(watched.client),
        host: border.wrap(auditedHost),
        logger: pino({ level: process.env.LABCAST_TEST_LOG ?? 'silent' }),
        settings: { storagePool: 'labcast', kubernetesDirectory: '/nowhere', concurrency: 4 },
        timings: { ...quick, ...timings },
        now: () => new Date(Date.now() + clockAheadMs),
      });
      await Promise.race([starting.then(tell), ended]);
      return running;
    },
    async createLab(blueprint, name = `lab-${randomBytes(4).toString('hex')}`) {
      const request = { name, parameters: {}, blueprint };
      return (await store.createAssignment(request, () => undefined)).environment;
    },
    async destroy(id) {
      await store.changeWanted(id, { wanted: 'absent' });
      return untilGone(id);
    },
    async remove() {
      await Promise.all([...processes].map((running) => running.kill()));
      await store.close();
      await database.remove();
    },
  };
}

function isSettled({ generation, settledGeneration, status }: Environment): boolean {
  return (
    generation === settledGeneration && ['ready', 'attention', 'stopped'].includes(status.state)
  );
}

function unlessUnavailable(error: unknown): undefined {
  if (!(error instanceof LabcastError) || error.code !== 'database-unavailable') throw error;
}

/** The same host, which tells of bridges and ways out that appear before they are in the ledger. */
function auditHost({ client }: FakeHost, store: Store, unaccounted: string[]): FakeHost['client'] {
  const audit = async (name: string): Promise<void> => {
    if (!(await hasOpenRow(store, name))) unaccounted.push(name);
  };
  return {
    ...client,
    async ensureBridge(name) {
      await audit(name);
      await client.ensureBridge(name);
    },
    async setEgress(address, allowed) {
      if (allowed) await audit(address);
      await client.setEgress(address, allowed);
    },
  };
}

async function hasOpenRow(store: Store, name: string): Promise<boolean> {
  for (;;) {
    const rows = await store.listOpenLedgerRows().catch(unlessUnavailable);
    if (rows) return rows.some((row) => row.name === name);
    await sleep(5);
  }
}
