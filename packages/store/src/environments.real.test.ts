import { initialStatus } from '@labcast/domain';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from './testing/openTestStore.ts';
import type { TestStore } from './testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

test('every change of what is wanted counts the generation up, an empty one too', async () => {
  const { id } = await world.createEnvironment();
  expect((await world.store.changeWanted(id, { wanted: 'stopped' })).generation).toBe(2);
  expect(await world.store.changeWanted(id, { blueprint: 'version: 1\n' })).toMatchObject({
    wanted: 'stopped',
    blueprint: 'version: 1\n',
    generation: 3,
  });
  expect((await world.store.changeWanted(id, {})).generation).toBe(4);
});

test('changes at once are all counted', async () => {
  const { id } = await world.createEnvironment();
  await Promise.all(Array.from({ length: 8 }, () => world.store.changeWanted(id, {})));
  expect((await world.store.getEnvironment(id)).generation).toBe(9);
});

test('what is being deleted cannot be wanted back, and asking for its deletion again is allowed', async () => {
  const { id } = await world.createEnvironment('vanishing');
  await world.store.changeWanted(id, { wanted: 'absent' });
  const refusal = { code: 'environment-not-found', message: 'vanishing/dev is being deleted.' };
  await expect(world.store.changeWanted(id, { wanted: 'running' })).rejects.toMatchObject(refusal);
  await expect(world.store.changeWanted(id, { blueprint: 'x' })).rejects.toMatchObject(refusal);
  await expect(world.store.changeWanted(id, { wanted: 'absent' })).resolves.toMatchObject({
    wanted: 'absent',
  });
  await expect(world.store.changeWanted(id, {})).resolves.toMatchObject({ wanted: 'absent' });
});

test('admission of a change is asked without the environment itself', async () => {
  const mine = await world.createEnvironment();
  const other = await world.createEnvironment();
  let asked: string[] = [];
  await world.store.changeWanted(mine.id, { blueprint: 'bigger' }, (others) => {
    asked = others.map(({ id }) => id);
  });
  expect(asked).toContain(other.id);
  expect(asked).not.toContain(mine.id);
});

test('a refused change leaves the environment as it was', async () => {
  const before = await world.createEnvironment();
  const refuse = () => {
    throw new Error('no room');
  };
  await expect(world.store.changeWanted(before.id, { blueprint: 'huge' }, refuse)).rejects.toThrow(
    'no room',
  );
  expect(await world.store.getEnvironment(before.id)).toEqual(before);
});

test('a status is kept as given, and the settled generation never goes back', async () => {
  const { id } = await world.createEnvironment();
  await world.store.changeWanted(id, {});
  const status = { ...initialStatus, state: 'ready', attempts: 3 } as const;
  await world.store.saveStatus(id, status, 2);
  await world.store.saveStatus(id, initialStatus, 1);
  expect(await world.store.getEnvironment(id)).toMatchObject({
    settledGeneration: 2,
    status: initialStatus,
  });
  await world.store.saveStatus(id, status);
  expect(await world.store.getEnvironment(id)).toMatchObject({ settledGeneration: 2, status });
});

test('text that PostgreSQL cannot hold does not lose a status or a log line', async () => {
  const { id } = await world.createEnvironment();
  const message = 'cut\0here and \ud800 there';
  const lastError = { code: 'step-failed', message, at: '2026-01-01T00:00:00.000Z' };
  await world.store.saveStatus(id, { ...initialStatus, lastError });
  await world.store.appendLog(id, { level: 'error', message });
  const kept = 'cut\uFFFDhere and \uFFFD there';
  expect((await world.store.getEnvironment(id)).status.lastError?.message).toBe(kept);
  expect((await world.store.listLog(id)).map((line) => line.message)).toEqual([kept]);
});

test('a late status does not touch a removed environment, and a removal is told once', async () => {
  const { id } = await world.createEnvironment();
  const gone = { ...initialStatus, state: 'gone' } as const;
  await world.store.markRemoved(id, gone);
  const removed = await world.store.getEnvironment(id);
  await world.store.saveStatus(id, initialStatus);
  await world.store.markRemoved(id, initialStatus);
  expect(await world.store.getEnvironment(id)).toEqual(removed);
  expect(await world.store.listEnvironmentIds()).not.toContain(id);
});

test('log lines come in order, from after the one that was seen last', async () => {
  const { id } = await world.createEnvironment();
  await world.store.appendLog(id, { level: 'info', message: 'first' });
  await world.store.appendLog(id, { level: 'warning', element: 'web', message: 'second' });
  const [first, second] = await world.store.listLog(id);
  expect(first).not.toHaveProperty('element');
  expect(second).toMatchObject({ level: 'warning', element: 'web', message: 'second' });
  expect(await world.store.listLog(id, first?.id)).toEqual([second]);
});

test('a change that waited for another one is the younger of the two', async () => {
  const { id } = await world.createEnvironment();
  const other = new pg.Client({ connectionString: world.database.url });
  await other.connect();
  await other.query('begin');
  await other.query('select from environment where id = $1 for update', [id]);
  const waiting = world.store.saveStatus(id, { ...initialStatus, attempts: 1 });
  await expect
    .poll(async () => (await other.query<{ waiters: number }>(waitersSql)).rows)
    .toEqual([{ waiters: 1 }]);
  const { rows } = await other.query<{ updated_at: Date }>(
    'update environment set updated_at = clock_timestamp() where id = $1 returning updated_at',
    [id],
  );
  await other.query('commit');
  await waiting;
  const { updatedAt } = await world.store.getEnvironment(id);
  expect(updatedAt.getTime()).toBeGreaterThanOrEqual(rows[0]!.updated_at.getTime());
  await other.end();
});

const waitersSql = `select count(*)::integer as waiters from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;
