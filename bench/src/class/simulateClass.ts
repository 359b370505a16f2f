import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine } from '@labcast/engine';
import { createFakeHost, createInsides, startDatabaseServer } from '@labcast/engine/testing';
import { createFakeIncus } from '@labcast/incus/testing';
import type { FakeIncus } from '@labcast/incus/testing';
import { createStore } from '@labcast/store';
import type { EnvironmentId, Store } from '@labcast/store';
import { createTestDatabase } from '@labcast/store/testing';
import { pino } from 'pino';
import { classLab } from './classLab.ts';

/** One piece of work with a whole class, on an Incus in memory that costs next to nothing. */
interface Work {
  readonly title: string;
  readonly seconds: number;
  /** CPU of this process, which is the engine, its side of the database, and the Incus in memory. */
  readonly cpuMsEach: number;
  /** Each costs the real Incus as much as it has instances. */
  readonly listings: number;
}

export interface Simulation {
  readonly environments: number;
  readonly instances: number;
  readonly work: readonly Work[];
}

/** Lets the real engine, on a real database, make a class, look at all of it again, and take it down. */
export async function simulateClass(environments: number): Promise<Simulation> {
  const removeServer = await startDatabaseServer();
  const database = await createTestDatabase();
  const store = createStore({ databaseUrl: database.url });
  const { incus, host, listings } = createHostInMemory();
  const engine = await startEngine({
    store,
    incus: incus.client,
    host: host.client,
    logger: pino({ level: 'warn' }),
    settings: { storagePool: 'labcast', kubernetesDirectory: '/nowhere', concurrency: 4 },
  });
  const measured = async (title: string, work: () => Promise<unknown>): Promise<Work> => {
    const [cpu, start, before] = [process.cpuUsage(), performance.now(), listings()];
    await work();
    const { user, system } = process.cpuUsage(cpu);
    return {
      title,
      seconds: (performance.now() - start) / 1000,
      cpuMsEach: (user + system) / 1000 / environments,
      listings: listings() - before,
    };
  };
  try {
    const ids: EnvironmentId[] = [];
    const made = await measured('made', async () => {
      ids.push(...(await createClass(store, environments)));
      await until(() => allAre(store, ids, 'ready'));
    });
    const instances = incus.world.instances.size;
    const looked = await measured('looked at again', () => lookAgain(store, ids));
    const removed = await measured('removed', async () => {
      for (const id of ids) await store.changeWanted(id, { wanted: 'absent' });
      await until(() => allAre(store, ids, 'removed'));
    });
    return { environments, instances, work: [made, looked, removed] };
  } finally {
    await engine.stop();
    await store.close();
    await database.remove();
    await removeServer();
  }
}

function createHostInMemory() {
  const insides = createInsides();
  const incus = createFakeIncus({
    images: ['labcast/gateway', 'labcast/debian-12'],
    exec: insides.exec,
  });
  incus.world.pools.set('labcast', { totalBytes: 2 ** 40, usedBytes: 2 ** 30 });
  insides.live(incus);
  let count = 0;
  return {
    incus: countListings(incus, () => count++),
    host: createFakeHost(),
    listings: () => count,
  };
}

function countListings(incus: FakeIncus, tell: () => void): FakeIncus {
  const { client } = incus;
  return {
    ...incus,
    client: {
      ...client,
      listInstances() {
        tell();
        return client.listInstances();
      },
      listInstancesNamed(prefix) {
        tell();
        return client.listInstancesNamed(prefix);
      },
    },
  };
}

async function createClass(store: Store, environments: number): Promise<EnvironmentId[]> {
  const request = { name: 'class', parameters: {}, blueprint: 'version: 1\n' };
  const { environment } = await store.createAssignment(request, () => undefined);
  const { assignmentId } = environment;
  const requests = Array.from({ length: environments }, (_, index) => ({
    assignmentId,
    role: 'student' as const,
    name: String(index + 1).padStart(4, '0'),
    wanted: 'running' as const,
    blueprint: classLab,
    origins: {},
  }));
  return (await store.createEnvironments(requests)).map(({ id }) => id);
}

/** As after an event that concerns it: nothing has to be done, and that has to be found out. */
async function lookAgain(store: Store, ids: readonly EnvironmentId[]): Promise<void> {
  for (const id of ids) await store.changeWanted(id, {});
  await until(() => allAre(store, ids, 'ready'));
}

async function allAre(
  store: Store,
  ids: readonly EnvironmentId[],
  state: 'ready' | 'removed',
): Promise<boolean> {
  const mine = new Set(ids);
  const present = (await store.listEnvironments()).filter(({ id }) => mine.has(id));
  if (state === 'removed') return present.length === 0;
  return present.every(
    ({ status, generation, settledGeneration }) =>
      status.state === state && generation === settledGeneration,
  );
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(500);
}

export function printSimulation({ environments, instances, work }: Simulation): void {
  console.log(
    `\nThe engine's own cost, on an Incus in memory: ${String(environments)} labs, ${String(instances)} instances`,
  );
  for (const { title, seconds, cpuMsEach, listings } of work)
    console.log(
      `  ${title.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s   ${cpuMsEach.toFixed(1).padStart(6)} ms CPU each   Incus listed ${String(listings)} times`,
    );
}
