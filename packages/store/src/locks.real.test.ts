import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStore } from './createStore.ts';
import type { EnvironmentId } from './store.ts';
import { openTestStore } from './testing/openTestStore.ts';
import type { TestStore } from './testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const environment = (name: string) => name as EnvironmentId;

test('of many calls at once, in two processes, one gets the lock, and after its release another', async () => {
  const other = createStore({ databaseUrl: world.database.url });
  const id = environment('contended');
  const stores = [world.store, other, world.store, other, world.store, other];
  const locks = await Promise.all(stores.map((store) => store.lockEnvironment(id)));
  const held = locks.filter((lock) => lock !== undefined);
  expect(held).toHaveLength(1);
  await held[0]?.release();
  await held[0]?.release();
  const next = await other.lockEnvironment(id);
  expect(next).toBeDefined();
  expect(await world.store.lockEnvironment(id)).toBeUndefined();
  await next?.release();
  await other.close();
});

test('releasing twice does not release what somebody else took meanwhile', async () => {
  const id = environment('released-twice');
  const first = await world.store.lockEnvironment(id);
  await first?.release();
  const second = await world.store.lockEnvironment(id);
  await first?.release();
  expect(await world.store.lockEnvironment(id)).toBeUndefined();
  await second?.release();
});

test('locks of different environments do not exclude each other', async () => {
  const locks = await Promise.all(
    ['a', 'b', 'c'].map((name) => world.store.lockEnvironment(environment(name))),
  );
  expect(locks.every((lock) => lock !== undefined)).toBe(true);
  for (const lock of locks) await lock?.release();
});

test('a store that is closed, as by the end of its process, blocks nobody', async () => {
  const other = createStore({ databaseUrl: world.database.url });
  const id = environment('left-behind');
  const lock = await other.lockEnvironment(id);
  await other.close();
  expect(lock?.lost.aborted).toBe(true);
  await expect.poll(() => world.store.lockEnvironment(id)).toBeDefined();
});

test('when the connection is killed all its locks are lost, and can be taken anew', async () => {
  const [one, two] = [environment('killed-1'), environment('killed-2')];
  const locks = [await world.store.lockEnvironment(one), await world.store.lockEnvironment(two)];
  await world.database.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`,
  );
  await expect.poll(() => locks.map((lock) => lock?.lost.aborted)).toEqual([true, true]);
  const again = await world.store.lockEnvironment(one);
  expect(again).toBeDefined();
  // The old holder comes late: it must not free the new holder's lock.
  await locks[0]?.release();
  expect(await world.store.lockEnvironment(one)).toBeUndefined();
  expect(again?.lost.aborted).toBe(false);
  await again?.release();
});
