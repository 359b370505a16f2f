import { startCluster } from '@labcast/store/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { complaints } from './testing/judge.ts';
import { clusterLab, machineLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

describe('while the lab host is away', () => {
  const away = {
    'incus-unavailable': () =>
      bed.incus.failNext('listInstancesNamed', 'unavailable', { times: 40 }),
    'host-unavailable': () => bed.host.failNext('getNetworks', 'unavailable', { times: 40 }),
  };

  test.each(Object.entries(away))(
    '%s is said, not counted, and ends by itself',
    async (code, goAway) => {
      goAway();
      await bed.start();
      const { id } = await bed.createLab(machineLab);
      const waiting = await bed.until(id, ({ status }) => status.lastError?.code === code);
      expect(waiting.status).toMatchObject({ state: 'waiting', attempts: 0 });
      expect(waiting.status.lastError?.remedy).toContain('labcast doctor');
      expect(waiting.status.conditions).toMatchObject([{ type: 'AsWanted', status: 'false' }]);
      const { status } = await bed.untilSettled(id);
      expect(status.lastError).toBeUndefined();
      expect(await complaints(bed, id)).toEqual([]);
      expect((await bed.store.listLog(id)).map(({ level }) => level)).toEqual(['warning']);
    },
  );

  test.each(Object.entries(away))(
    '(%s) a ready lab is told to be unknown',
    async (_code, goAway) => {
      await bed.start();
      const { id } = await bed.createLab(machineLab);
      await bed.untilSettled(id);
      goAway();
      const { status } = await bed.until(id, (now) => now.status.state !== 'ready');
      expect(status.state).toBe('unknown');
      await bed.until(id, (now) => now.status.state === 'ready');
    },
  );

  test('a lab that shall go is told to be going, and goes', async () => {
    await bed.start();
    const { id } = await bed.createLab(machineLab);
    await bed.untilSettled(id);
    bed.host.failNext('getNetworks', 'unavailable', { times: 40 });
    await bed.store.changeWanted(id, { wanted: 'absent' });
    await bed.until(id, ({ status }) => status.state === 'deleting' && status.attempts === 0);
    await bed.untilGone(id);
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('steps that find nobody are not counted either', async () => {
    await bed.start();
    bed.incus.failNext('createInstance', 'unavailable', { times: 30 });
    const { id } = await bed.createLab(machineLab);
    await bed.until(id, ({ status }) => status.lastError?.code === 'incus-unavailable');
    await bed.untilSettled(id);
    expect(await complaints(bed, id)).toEqual([]);
    expect((await bed.store.listLog(id)).length).toBeLessThan(3);
  });
});

describe('a database that goes away', () => {
  test('and breaks every connection, again and again, holds up nothing for good', async () => {
    await bed.start();
    const { id } = await bed.createLab(clusterLab);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    for (let count = 0; count < 8; count++) await bed.database.query(cut);
    await bed.untilSettled(id);
    expect(await complaints(bed, id)).toEqual([]);
    await bed.store.changeWanted(id, { wanted: 'absent' });
    for (let count = 0; count < 8; count++) await bed.database.query(cut);
    await bed.untilGone(id);
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('and comes back is worked with again', async () => {
    const cluster = await startCluster();
    vi.stubEnv('LABCAST_TEST_DATABASE_URL', cluster.url('postgres'));
    const own = await openTestBed();
    try {
      await own.start();
      const release = own.watched.holdCreations();
      const { id } = await own.createLab(machineLab);
      await own.until(id, () => own.watched.held() === 2);
      await cluster.stop();
      const back = cluster.start();
      await back;
      release();
      await own.untilSettled(id);
      expect(await complaints(own, id)).toEqual([]);
      await cluster.stop();
      await cluster.start();
      await own.until(id, () => true);
      await own.destroy(id);
      expect(await complaints(own, id)).toEqual([]);
    } finally {
      await own.remove();
      await cluster.remove();
      vi.unstubAllEnvs();
    }
  });
});
