import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStore } from './createStore.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { createTestDatabase } from './testing/createTestDatabase.ts';
import type { TestDatabase } from './testing/createTestDatabase.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.remove());

test('several servers that start at once on an empty database make its tables once', async () => {
  await database.query('drop schema public cascade; create schema public');
  const starts = Array.from({ length: 4 }, () => migrate({ databaseUrl: database.url }));
  const applied = await Promise.all(starts);
  expect(applied.flat()).toEqual(Object.keys(migrations));
  const stores = [1, 2].map(() => createStore({ databaseUrl: database.url }));
  const ids = await Promise.all(stores.map((store) => store.getInstallationId()));
  await Promise.all(stores.map((store) => store.close()));
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(ids[1]).toBe(ids[0]);
});

test('a second run applies nothing', async () => {
  expect(await migrate({ databaseUrl: database.url })).toEqual([]);
});

test('a database of a newer program is refused with what to do', async () => {
  await database.query(`insert into migration values ('9999-future', now()::text)`);
  await expect(migrate({ databaseUrl: database.url })).rejects.toThrow('made by a newer Labcast');
  await database.query(`delete from migration where name = '9999-future'`);
});
