import { createFakeIncus } from '@labcast/incus/testing';
import { LabcastError, initialStatus, parseEnvironmentKey } from '@labcast/domain';
import type { Environment, EnvironmentChange, EnvironmentId, Store } from '@labcast/store';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createFakeHost } from '../testing/fakeHost.ts';
import { createSilentParts } from '../testing/createSilentParts.ts';
import { createWorld } from '../observe/world.ts';
import { defaultTimings } from '../timings.ts';
import { watchWorld } from './watchWorld.ts';

const id = 'lab' as EnvironmentId;
const environment = { id, key: parseEnvironmentKey('k3abcde'), status: initialStatus };

/** Tells what it is told to, and fails to list as often as asked. */
function createStore(): {
  store: Store;
  tell: (change?: EnvironmentChange) => void;
  failToList: (times: number) => void;
} {
  let failures = 0;
  let tell: (change?: EnvironmentChange) => void = () => undefined;
  const store: Pick<Store, 'listEnvironments' | 'watchEnvironments' | 'getEnvironment'> = {
    listEnvironments() {
      if (failures-- > 0)
        return Promise.reject(new LabcastError('database-unavailable', 'It is away.'));
      return Promise.resolve([environment as Environment]);
    },
    watchEnvironments(listener) {
      tell = listener;
      return Promise.resolve(() => Promise.resolve());
    },
    getEnvironment: () => Promise.resolve(environment as Environment),
  };
  return {
    store: store as Store,
    tell: (change) => tell(change),
    failToList: (times) => {
      failures = times;
    },
  };
}

async function watch(given: ReturnType<typeof createStore>) {
  const incus = createFakeIncus({ images: ['i'] });
  const host = createFakeHost().client;
  const asked: string[] = [];
  const watching = await watchWorld(
    {
      store: given.store,
      incus: incus.client,
      host,
      logger: pino({ level: 'silent' }),
      settings: { storagePool: 'labcast', kubernetesDirectory: '/nowhere', concurrency: 1 },
      timings: { ...defaultTimings, waitForNeighbour: 1 },
      world: createWorld(incus.client, host),
      ...createSilentParts(),
    },
    {
      enqueue: (environmentId) => asked.push(`look at ${environmentId}`),
      interrupt: (environmentId) => asked.push(`interrupt ${environmentId}`),
      stop: () => Promise.resolve(),
    },
  );
  return { incus, asked, stop: () => watching.stop() };
}

test('environments that could not be listed after an outage are listed later', async () => {
  const given = createStore();
  const { asked, stop } = await watch(given);
  expect(asked).toEqual(['look at lab']);
  given.failToList(3);
  given.tell();
  await expect.poll(() => asked).toEqual(['look at lab', 'look at lab']);
  await stop();
});

test('a new wish interrupts, what others saw does not', async () => {
  const given = createStore();
  const { asked, stop } = await watch(given);
  given.tell({ environmentId: id, what: 'seen' });
  given.tell({ environmentId: id, what: 'wanted' });
  expect(asked).toEqual(['look at lab', 'interrupt lab']);
  await stop();
});

test('an instance that stops has its environment looked at, that of a stranger none', async () => {
  const { incus, asked, stop } = await watch(createStore());
  const spec = { image: 'i', config: {}, devices: {}, start: true };
  await incus.client.createInstance({ name: 'stranger-web', ...spec });
  await incus.client.createInstance({ name: 'k3abcde-web', ...spec });
  await expect.poll(() => asked).toEqual(['look at lab', 'look at lab']);
  await incus.client.stopInstance('k3abcde-web', { force: true });
  await expect.poll(() => asked).toHaveLength(3);
  await stop();
});
