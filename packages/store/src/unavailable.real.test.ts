import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionOptions } from './connection/connectionOptions.ts';
import { openSession } from './connection/openSession.ts';
import { createStore } from './createStore.ts';
import { migrate } from './migrate.ts';
import type { EnvironmentId } from './store.ts';
import { startCluster } from './testing/startCluster.ts';
import type { TestCluster } from './testing/startCluster.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startCluster();
  await migrate({ databaseUrl: cluster.url('postgres') });
});
afterAll(() => cluster.remove());

const unavailable = { code: 'database-unavailable', repeatable: true };
const admitAll = () => undefined;

test('while the database is gone every call says so, and afterwards all works again by itself', async () => {
  const store = createStore({ databaseUrl: cluster.url('postgres') });
  let toldEverything = 0;
  await store.watchEnvironments((change) => {
    if (change === undefined) toldEverything++;
  });
  const request = { name: 'outage', parameters: {}, blueprint: '' };
  const { environment } = await store.createAssignment(request, admitAll);
  const { id, status } = environment;
  // Leaves several connections in the pool, all of which will turn out to be dead.
  await Promise.all(Array.from({ length: 6 }, () => store.ping()));
  const lock = await store.lockEnvironment(id);

  await cluster.stop();
  const calls = {
    getInstallationId: () => store.getInstallationId(),
    createAssignment: () => store.createAssignment({ ...request, name: 'no' }, admitAll),
    listAssignments: () => store.listAssignments(),
    findEnvironment: () => store.findEnvironment('outage', 'dev'),
    getEnvironment: () => store.getEnvironment(id),
    listEnvironments: () => store.listEnvironments(),
    listEnvironmentIds: () => store.listEnvironmentIds(),
    changeWanted: () => store.changeWanted(id, {}),
    saveStatus: () => store.saveStatus(id, status),
    markRemoved: () => store.markRemoved(id, status),
    openLedgerRow: () => store.openLedgerRow(id, 'bridge', 'b'),
    markSeen: () => store.markSeen(id, 'bridge', ['b']),
    markGone: () => store.markGone(id, 'bridge', ['b']),
    listLedger: () => store.listLedger(id),
    listOpenLedgerRows: () => store.listOpenLedgerRows(),
    listEnvironmentsEver: () => store.listEnvironmentsEver('outage'),
    appendLog: () => store.appendLog(id, { level: 'info', message: '' }),
    listLog: () => store.listLog(id),
    lockEnvironment: () => store.lockEnvironment('another' as EnvironmentId),
    requestSweep: () => store.requestSweep(false),
    getSweep: () => store.getSweep('1'),
    findUnfinishedSweep: () => store.findUnfinishedSweep(),
    finishSweep: () => store.finishSweep('1', { orphans: [] }),
    findHostObservation: () => store.findHostObservation(),
    isAdminTokenHash: () => store.isAdminTokenHash('a'.repeat(64)),
    ping: () => store.ping(),
  };
  for (const [name, call] of Object.entries(calls)) {
    await expect(call(), name).rejects.toMatchObject(unavailable);
  }
  expect(lock?.lost.aborted).toBe(true);
  await expect(lock?.release()).resolves.toBeUndefined();
  expect(toldEverything).toBe(0);

  await cluster.start();
  await expect.poll(() => toldEverything, { timeout: 20_000 }).toBe(1);
  expect((await store.getEnvironment(id)).generation).toBe(1);
  expect(await store.lockEnvironment(id)).toBeDefined();
  await store.close();
});

test('a transaction whose connection is killed half way says so and changes nothing', async () => {
  const url = cluster.url('postgres');
  const store = createStore({ databaseUrl: url });
  const request = { name: 'cut', parameters: {}, blueprint: '' };
  const { environment } = await store.createAssignment(request, admitAll);
  const administrator = await openSession(connectionOptions(url));
  await administrator.query('begin');
  await administrator.query('select 1 from environment where id = $1 for update', [environment.id]);
  const change = store.changeWanted(environment.id, { blueprint: 'new' });
  change.catch(() => undefined);
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'`;
  await expect.poll(() => administrator.query(kill)).toHaveLength(1);
  await expect(change).rejects.toMatchObject(unavailable);
  await administrator.query('rollback');
  await administrator.end();
  expect(await store.getEnvironment(environment.id)).toEqual(environment);
  await store.close();
});

test('a socket that nobody serves, and a database that is not there, are unavailable too', async () => {
  for (const databaseUrl of [
    'postgresql:///x?host=/nowhere',
    cluster.url('not_there'),
    'postgresql://127.0.0.1:1/x',
  ]) {
    const store = createStore({ databaseUrl });
    await expect(store.ping()).rejects.toMatchObject(unavailable);
    await expect(store.lockEnvironment('x' as EnvironmentId)).rejects.toMatchObject(unavailable);
    await expect(store.watchEnvironments(() => undefined)).rejects.toMatchObject(unavailable);
    await expect(migrate({ databaseUrl })).rejects.toMatchObject(unavailable);
    await store.close();
  }
});
