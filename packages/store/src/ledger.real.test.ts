import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from './testing/openTestStore.ts';
import type { TestStore } from './testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

test('opening a row many times at once leaves one row', async () => {
  const { store } = world;
  const { id } = await world.createEnvironment();
  await Promise.all(
    Array.from({ length: 8 }, () => store.openLedgerRow(id, 'instance', 'ledger-race')),
  );
  expect(await store.listLedger(id)).toHaveLength(1);
});

test('a row is opened, seen and gone once each, and what comes after is a row of its own', async () => {
  const { store } = world;
  const { id } = await world.createEnvironment();
  await store.openLedgerRow(id, 'bridge', 'lc-one');
  expect((await store.listLedger(id))[0]).not.toHaveProperty('seenAt');
  await store.markSeen(id, 'bridge', ['lc-one', 'lc-unknown']);
  const [seen] = await store.listLedger(id);
  await store.markSeen(id, 'bridge', ['lc-one']);
  expect(await store.listLedger(id)).toEqual([seen]);
  await store.markGone(id, 'bridge', ['lc-one']);
  const [gone] = await store.listLedger(id);
  expect(gone).toMatchObject({ ...seen, goneAt: expect.any(Date) as Date });
  await store.openLedgerRow(id, 'bridge', 'lc-one');
  await store.markSeen(id, 'bridge', ['lc-one']);
  const rows = await store.listLedger(id);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual(gone);
  expect((await store.listOpenLedgerRows()).filter((row) => row.environmentId === id)).toEqual([
    rows[1],
  ]);
});

test('a name that another environment has open is refused', async () => {
  const first = await world.createEnvironment();
  const second = await world.createEnvironment();
  await world.store.openLedgerRow(first.id, 'egress', '10.99.0.2');
  await expect(world.store.openLedgerRow(second.id, 'egress', '10.99.0.2')).rejects.toThrow(
    first.id,
  );
  await world.store.markGone(first.id, 'egress', ['10.99.0.2']);
  await expect(
    world.store.openLedgerRow(second.id, 'egress', '10.99.0.2'),
  ).resolves.toBeUndefined();
});

test('one kind or environment does not close the rows of another', async () => {
  const { store } = world;
  const first = await world.createEnvironment();
  const second = await world.createEnvironment();
  await store.openLedgerRow(first.id, 'instance', 'same');
  await store.openLedgerRow(first.id, 'bridge', 'same');
  await store.markGone(first.id, 'bridge', ['same']);
  await store.markGone(second.id, 'instance', ['same']);
  const open = (await store.listOpenLedgerRows()).filter((row) => row.name === 'same');
  expect(open.map((row) => row.kind)).toEqual(['instance']);
});

test('a sweep is found until it is finished, and keeps what it found', async () => {
  const { store } = world;
  const sweep = await store.requestSweep(true);
  await store.requestSweep(false);
  expect(await store.findUnfinishedSweep()).toEqual(sweep);
  const orphans = [{ kind: 'instance', name: 'left-over', reason: 'No row.' }] as const;
  await store.finishSweep(sweep.id, { orphans, error: 'Incus went away.' });
  expect(await store.getSweep(sweep.id)).toMatchObject({
    remove: true,
    orphans,
    error: 'Incus went away.',
  });
  expect((await store.findUnfinishedSweep())?.id).not.toBe(sweep.id);
  for (const id of ['999999', 'nonsense', '']) {
    await expect(store.getSweep(id)).rejects.toMatchObject({ code: 'request-invalid' });
  }
});

test('the newest host observation replaces the one before', async () => {
  const observation = {
    cpus: 2,
    memoryTotalBytes: 24 * 2 ** 30,
    memoryAvailableBytes: 20 * 2 ** 30,
    poolTotalBytes: 100e9,
    poolUsedBytes: 1e9,
    uplinkSubnet: '10.99.0.0/16',
    nameServers: ['9.9.9.9'],
    images: ['labcast/gateway'],
  };
  expect(await world.store.findHostObservation()).toBeUndefined();
  await world.store.saveHostObservation(observation);
  await world.store.saveHostObservation({ ...observation, cpus: 4 });
  expect(await world.store.findHostObservation()).toEqual({
    observation: { ...observation, cpus: 4 },
    at: expect.any(Date) as Date,
  });
});

test('a new token of the administrator ends the one before', async () => {
  const [old, next] = ['a'.repeat(64), 'b'.repeat(64)];
  expect(await world.store.isAdminTokenHash(old)).toBe(false);
  await world.store.saveAdminTokenHash(old);
  expect(await world.store.isAdminTokenHash(old)).toBe(true);
  await world.store.saveAdminTokenHash(next);
  expect(await world.store.isAdminTokenHash(old)).toBe(false);
  expect(await world.store.isAdminTokenHash(next)).toBe(true);
});
