import { labels } from '@labcast/domain';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

test('the deletion of an assignment goes on when the server was killed after its first word', async () => {
  const first = await bed.start();
  const { id, assignmentId } = await bed.createLab(machineLab);
  await bed.untilSettled(id);
  await first.stop();
  await bed.store.beginRemoval(assignmentId);
  await bed.start();
  await bed.untilGone(id);
  expect(await complaints(bed, id)).toEqual([]);
});

test('what was made with the ids of another is made anew, though its maker was killed before he looked', async () => {
  const ids = 'volatile.idmap.base';
  const first = await bed.start();
  const other = await bed.createLab(machineLab);
  const lab = await bed.createLab(machineLab);
  await bed.untilSettled(other.id);
  await bed.untilSettled(lab.id);
  await first.stop();
  const { client, world } = bed.incus;
  await client.updateInstance(`${other.key}-web`, { config: { [ids]: '1000000' } });
  // As it is in between: asked for by the ledger, there, and not seen by anybody.
  await client.removeInstance(`${lab.key}-web`);
  await bed.store.markGone(lab.id, 'instance', [`${lab.key}-web`]);
  await bed.store.openLedgerRow(lab.id, 'instance', `${lab.key}-web`);
  const { config, devices } = world.get(`${other.key}-web`).instance;
  await client.createInstance({
    name: `${lab.key}-web`,
    image: 'labcast/debian-12',
    config: { ...config, [labels.environment]: lab.key },
    devices,
    start: true,
  });
  const made = world.get(`${lab.key}-web`);
  await bed.start();
  // Not only gone: it is settled already, as far as anybody knows.
  await expect.poll(() => world.instances.get(`${lab.key}-web`) ?? made).not.toBe(made);
  await bed.untilSettled(lab.id);
  expect(world.get(`${lab.key}-web`).instance.config[ids]).toBeUndefined();
  expect(world.get(`${other.key}-web`).instance.config[ids]).toBe('1000000');
});

describe('creating', () => {
  test('a lab becomes ready, everything in the ledger and seen', async () => {
    await bed.start();
    const { id, key } = await bed.createLab(clusterLab);
    const { status } = await bed.untilSettled(id);
    expect(await complaints(bed, id)).toEqual([]);
    expect(status).toMatchObject({ state: 'ready', attempts: 0 });
    expect(status.lastError).toBeUndefined();
    expect(new Set(status.steps.map(({ state }) => state))).toEqual(new Set(['done']));
    expect(status.conditions.map(({ type, status }) => [type, status])).toEqual([
      ['Networks', 'true'],
      ['Instances', 'true'],
      ['AsWanted', 'true'],
    ]);
    const elements = status.elements.map(({ name, kind, state }) => [name, kind, state]);
    expect(elements).toEqual([
      ['gateway', 'gateway', 'ready'],
      ['web', 'container', 'ready'],
      ['cluster', 'cluster', 'ready'],
      ['shop', 'app', 'ready'],
    ]);
    expect(status.elements.find(({ name }) => name === 'cluster')?.instances).toEqual([
      `${key}-cluster`,
      `${key}-cluster-2`,
      `${key}-cluster-3`,
    ]);
    expect(await bed.store.listLog(id)).toEqual([]);
  });

  test('a ready lab is left as it is by a second engine and by a new start', async () => {
    const first = await bed.start();
    const { id } = await bed.createLab(clusterLab);
    await bed.untilSettled(id);
    await first.stop();
    const before = JSON.stringify([...bed.incus.world.instances.values()]);
    const seen = (await bed.store.getEnvironment(id)).updatedAt;
    const second = await bed.start();
    await second.stop();
    expect(JSON.stringify([...bed.incus.world.instances.values()])).toBe(before);
    expect((await bed.store.getEnvironment(id)).updatedAt).toEqual(seen);
  });

  test('a stopped lab keeps its machines, and starts again with what was in them', async () => {
    await bed.start();
    const { id, key } = await bed.createLab(clusterLab);
    await bed.untilSettled(id);
    const machine = bed.incus.world.get(`${key}-web`);
    await bed.store.changeWanted(id, { wanted: 'stopped' });
    const stopped = await bed.untilSettled(id);
    expect(stopped.status.state).toBe('stopped');
    expect(stopped.status.conditions.every(({ status }) => status === 'true')).toBe(true);
    expect(stopped.status.elements.every(({ state }) => state === 'stopped')).toBe(true);
    expect(await complaints(bed, id)).toEqual([]);
    await bed.store.changeWanted(id, { wanted: 'running' });
    await bed.untilSettled(id);
    expect(await complaints(bed, id)).toEqual([]);
    expect(bed.incus.world.get(`${key}-web`)).toBe(machine);
    expect(bed.insides.of(`${key}-web`)).toMatchObject({
      boots: 2,
      commands: ['install something'],
    });
  });
});

describe('destroying', () => {
  test('nothing is left but a complete receipt', async () => {
    await bed.start();
    const { id } = await bed.createLab(clusterLab);
    await bed.untilSettled(id);
    const { status } = await bed.destroy(id);
    expect(await complaints(bed, id)).toEqual([]);
    expect(status).toMatchObject({ state: 'gone', elements: [] });
    // Two bridges, one way out, a gateway, a machine and three nodes.
    const receipt = await bed.store.listLedger(id);
    expect(receipt).toHaveLength(8);
    expect(receipt.filter(({ seenAt, goneAt }) => !seenAt || !goneAt)).toEqual([]);
  });

  test('a lab goes without a blueprint that can be read', async () => {
    await bed.start();
    const { id } = await bed.createLab(machineLab);
    await bed.untilSettled(id);
    await bed.store.changeWanted(id, { blueprint: ': [ no lab' });
    const failed = await bed.until(id, ({ status }) => status.state === 'failed');
    expect(failed.status.lastError).toMatchObject({ code: 'blueprint-invalid' });
    expect(failed.status.lastError?.remedy).toBeTruthy();
    await bed.destroy(id);
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('a second wish to destroy, before or after, changes nothing', async () => {
    await bed.start();
    const { id } = await bed.createLab(machineLab);
    await bed.untilSettled(id);
    await bed.store.changeWanted(id, { wanted: 'absent' });
    await bed.store.changeWanted(id, { wanted: 'absent' }).catch(() => undefined);
    await bed.untilGone(id);
    await expect(bed.store.changeWanted(id, { wanted: 'absent' })).rejects.toMatchObject({
      code: 'environment-not-found',
    });
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('a lab in the making is not finished first', async () => {
    await bed.start();
    const release = bed.watched.holdCreations();
    const { id, key } = await bed.createLab(clusterLab);
    await bed.until(id, () => bed.watched.held() === 4);
    await bed.store.changeWanted(id, { wanted: 'absent' });
    await bed.until(id, ({ wanted }) => wanted === 'absent');
    // The fifth waits for its turn; the engine hears of the new wish before it comes.
    await bed.database.query('select pg_sleep(0.05)');
    release();
    await bed.untilGone(id);
    expect(await complaints(bed, id)).toEqual([]);
    expect([...bed.everMade].filter((name) => name.startsWith(key))).toHaveLength(4);
  });

  test('what a killed engine asked Incus for goes also when only that is not wanted any more', async () => {
    const killed = await bed.start();
    const release = bed.watched.holdCreations();
    const { id } = await bed.createLab(machineLab);
    await bed.until(id, () => bed.watched.held() === 2);
    await killed.kill();
    await bed.store.changeWanted(id, {
      blueprint: machineLab.slice(0, machineLab.indexOf('elements:')),
    });
    await bed.start();
    await bed.until(id, () => bed.watched.waitingRemovals() === 1);
    release();
    await bed.untilSettled(id);
    await bed.until(id, () => bed.watched.held() === 0);
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('what a killed engine asked Incus for, and Incus makes later, goes as well', async () => {
    const killed = await bed.start();
    const release = bed.watched.holdCreations();
    const { id } = await bed.createLab(machineLab);
    await bed.until(id, () => bed.watched.held() === 2);
    await killed.kill();
    await bed.store.changeWanted(id, { wanted: 'absent' });
    await bed.start();
    await bed.until(
      id,
      (now) => bed.watched.waitingRemovals() === 2 || now.removedAt !== undefined,
    );
    release();
    await bed.untilGone(id);
    await bed.until(id, () => bed.watched.held() === 0);
    expect(bed.everMade.size).toBe(2);
    expect(await complaints(bed, id)).toEqual([]);
  });
});
