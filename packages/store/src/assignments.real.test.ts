import { initialStatus, LabcastError } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStore } from './createStore.ts';
import { openTestStore } from './testing/openTestStore.ts';
import type { TestStore } from './testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const gone = { ...initialStatus, state: 'gone' } as const;
const request = (name: string) => ({ name, parameters: { cpu: '2' }, blueprint: 'version: 1' });
const admitAll = () => undefined;

test('a new assignment has a running dev environment that nobody has settled', async () => {
  const { store } = world;
  const made = await store.createAssignment({ ...request('new-one'), type: 'webserver' }, admitAll);
  expect(made.assignment).toMatchObject({
    name: 'new-one',
    type: 'webserver',
    parameters: { cpu: '2' },
  });
  expect(made.environment).toMatchObject({
    assignmentName: 'new-one',
    name: 'dev',
    role: 'dev',
    wanted: 'running',
    generation: 1,
    settledGeneration: 0,
    status: initialStatus,
  });
  expect(made.environment).not.toHaveProperty('removedAt');
  expect(await store.findEnvironment('new-one', 'dev')).toEqual(made.environment);
  expect(await store.listAssignments()).toContainEqual(made.assignment);
});

test('of many creations of one name at once, in several processes, exactly one succeeds', async () => {
  const stores = [1, 2, 3].map(() => createStore({ databaseUrl: world.database.url }));
  const attempts = stores.flatMap((store) =>
    [1, 2, 3].map(() => store.createAssignment(request('race'), admitAll)),
  );
  const results = await Promise.allSettled(attempts);
  await Promise.all(stores.map((store) => store.close()));
  const refusals = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  expect(refusals).toHaveLength(8);
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'name-taken' });
  expect(await world.store.listEnvironmentsEver('race')).toHaveLength(1);
});

test('environments made at once all get different keys and uplink indexes', async () => {
  const made = await Promise.all(Array.from({ length: 12 }, () => world.createEnvironment()));
  expect(new Set(made.map((environment) => environment.key)).size).toBe(12);
  expect(new Set(made.map((environment) => environment.uplinkIndex)).size).toBe(12);
  for (const { uplinkIndex } of made) expect(uplinkIndex).toBeGreaterThanOrEqual(2);
});

test('admission sees the others one creation after the other, so that it cannot be overrun', async () => {
  const before = (await world.store.listEnvironments()).length;
  const room = before + 2;
  const admit = (others: readonly unknown[]) => {
    if (others.length >= room) throw new LabcastError('capacity-exceeded', 'Full.');
  };
  const names = ['full-1', 'full-2', 'full-3', 'full-4', 'full-5'];
  const results = await Promise.allSettled(
    names.map((name) => world.store.createAssignment(request(name), admit)),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
  expect(await world.store.listEnvironments()).toHaveLength(room);
});

test('a refused creation leaves nothing, and its name stays free', async () => {
  const { store } = world;
  const refuse = () => {
    throw new LabcastError('capacity-exceeded', 'Full.');
  };
  await expect(store.createAssignment(request('refused'), refuse)).rejects.toMatchObject({
    code: 'capacity-exceeded',
  });
  expect(await store.listEnvironmentsEver('refused')).toEqual([]);
  await expect(store.createAssignment(request('refused'), admitAll)).resolves.toBeDefined();
});

test('after the removal a name and its uplink index are free again, and both lives are found, newest first', async () => {
  const { store } = world;
  const first = await world.createEnvironment('twice');
  await store.changeWanted(first.id, { wanted: 'absent' });
  await expect(store.createAssignment(request('twice'), admitAll)).rejects.toMatchObject({
    code: 'name-taken',
  });
  await store.markRemoved(first.id, gone);
  expect(await store.findEnvironment('twice', 'dev')).toBeUndefined();
  expect((await store.listAssignments()).map(({ name }) => name)).not.toContain('twice');
  const second = await world.createEnvironment('twice');
  expect(second.uplinkIndex).toBe(first.uplinkIndex);
  expect(second.key).not.toBe(first.key);
  const ever = await store.listEnvironmentsEver('twice');
  expect(ever.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(ever[1]).toMatchObject({
    wanted: 'absent',
    status: gone,
    removedAt: expect.any(Date) as Date,
  });
});
