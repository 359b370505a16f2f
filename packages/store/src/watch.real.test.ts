import { initialStatus } from '@labcast/domain';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createStore } from './createStore.ts';
import type { EnvironmentChange } from './store.ts';
import { openTestStore } from './testing/openTestStore.ts';
import type { TestStore } from './testing/openTestStore.ts';

let world: TestStore;
let told: (EnvironmentChange | undefined)[];
let stop: () => Promise<void>;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());
beforeEach(async () => {
  told = [];
  stop = await world.store.watchEnvironments((change) => told.push(change));
});
afterEach(() => stop());

test('another process is told of what is wanted, seen, logged and swept', async () => {
  const other = createStore({ databaseUrl: world.database.url });
  const { environment } = await other.createAssignment(
    { name: 'told', parameters: {}, blueprint: '' },
    () => undefined,
  );
  const environmentId = environment.id;
  await other.saveStatus(environmentId, { ...initialStatus, attempts: 1 });
  await other.appendLog(environmentId, { level: 'info', message: 'hello' });
  await other.changeWanted(environmentId, {});
  await other.requestSweep(false);
  await other.close();
  await expect
    .poll(() => told)
    .toEqual([
      { environmentId, what: 'wanted' },
      { environmentId, what: 'seen' },
      { environmentId, what: 'seen' },
      { environmentId, what: 'wanted' },
      undefined,
    ]);
});

test('neither a refusal nor a status that is the same is told', async () => {
  const { id, status } = await world.createEnvironment();
  await world.store.saveStatus(id, status, 0);
  const refuse = () => {
    throw new Error('no');
  };
  await expect(world.store.changeWanted(id, {}, refuse)).rejects.toThrow('no');
  await world.store.requestSweep(false);
  await expect.poll(() => told).toEqual([{ environmentId: id, what: 'wanted' }, undefined]);
});

test('after its connection was killed it tells to look at everything, and goes on telling', async () => {
  const { id } = await world.createEnvironment();
  await expect.poll(() => told).toHaveLength(1);
  await world.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'`,
  );
  await expect.poll(() => told).toEqual([{ environmentId: id, what: 'wanted' }, undefined]);
  await world.store.changeWanted(id, {});
  await expect.poll(() => told).toHaveLength(3);
});

test('a listener that throws does not keep the others from hearing', async () => {
  const stopBad = await world.store.watchEnvironments(() => {
    throw new Error('bad listener');
  });
  const later: unknown[] = [];
  const stopLater = await world.store.watchEnvironments((change) => later.push(change));
  await world.createEnvironment();
  await expect.poll(() => later).toHaveLength(1);
  await stopBad();
  await stopLater();
  await world.createEnvironment();
  await expect.poll(() => told).toHaveLength(2);
  expect(later).toHaveLength(1);
});
