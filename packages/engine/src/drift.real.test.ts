import { labels } from '@labcast/domain';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { complaints } from './testing/judge.ts';
import { clusterLab, machineLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed, TestProcess } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

async function makeLab(blueprint = machineLab): Promise<{
  id: Awaited<ReturnType<TestBed['createLab']>>['id'];
  nameOf: (element: string) => string;
  engine: TestProcess;
}> {
  const engine = await bed.start();
  const { id, key } = await bed.createLab(blueprint);
  await bed.untilSettled(id);
  return { id, nameOf: (element) => `${key}-${element}`, engine };
}

const isMended = (id: Parameters<TestBed['until']>[0]) =>
  bed.until(id, async (now) => {
    return now.status.state === 'ready' && (await complaints(bed, id)).length === 0;
  });

describe('behind the back of Labcast', () => {
  test('an instance that was deleted is made anew, and the loss is told', async () => {
    const { id, nameOf } = await makeLab();
    const before = bed.incus.world.get(nameOf('web'));
    await bed.incus.client.removeInstance(nameOf('web'));
    await isMended(id);
    expect(bed.incus.world.get(nameOf('web'))).not.toBe(before);
    const log = await bed.store.listLog(id);
    expect(log).toMatchObject([{ level: 'warning', element: 'web' }]);
    expect(log[0]?.message).toContain('removed outside Labcast');
    const rows = (await bed.store.listLedger(id)).filter(({ name }) => name === nameOf('web'));
    expect(rows.map(({ goneAt }) => goneAt === undefined)).toEqual([false, true]);
  });

  test('one that was stopped is started, with what was in it', async () => {
    const { id, nameOf } = await makeLab();
    await bed.incus.client.stopInstance(nameOf('web'), { force: true });
    await bed.until(id, () => bed.insides.of(nameOf('web')).boots === 2);
    await isMended(id);
    expect(bed.insides.of(nameOf('web')).commands).toEqual([
      'install something',
      'start something',
    ]);
    expect(await bed.store.listLog(id)).toMatchObject([{ level: 'warning', element: 'web' }]);
  });

  test('settings and devices that were changed are put back', async () => {
    const { id, nameOf, engine } = await makeLab(clusterLab);
    await engine.stop();
    await bed.incus.client.updateInstance(nameOf('web'), {
      config: { 'limits.memory': '1', 'security.idmap.isolated': 'false' },
      devices: { eth1: {}, eth9: { type: 'nic' } },
    });
    await bed.incus.client.updateInstance(nameOf('cluster'), { devices: { kubernetes: {} } });
    await bed.incus.client.updateInstance(nameOf('gateway'), {
      config: { 'environment.LABCAST_HOSTS': '' },
      devices: { eth1: {} },
    });
    expect(await complaints(bed, id)).not.toEqual([]);
    await bed.start();
    await isMended(id);
  });

  test('an instance with our label that nobody wants is removed', async () => {
    const { id, nameOf } = await makeLab();
    const { config } = bed.incus.world.get(nameOf('web')).instance;
    const spec = { image: 'labcast/debian-12', devices: {}, start: true };
    await bed.incus.client.createInstance({ name: nameOf('extra'), config, ...spec });
    await isMended(id);
    expect(bed.incus.world.instances.has(nameOf('extra'))).toBe(false);
  });

  test('a bridge and a way out that went are made again, ones too many go', async () => {
    const { id } = await makeLab();
    const { key } = await bed.store.getEnvironment(id);
    bed.host.bridges.clear();
    bed.host.egress.clear();
    bed.host.bridges.add(`lc-${key}-7`);
    await isMended(id);
  });

  test('a control plane that was deleted is made anew, and its workers join the new one', async () => {
    const { id, nameOf } = await makeLab(clusterLab);
    const workers = [nameOf('cluster-2'), nameOf('cluster-3')].map((name) => bed.insides.of(name));
    const before = workers.map(({ trusts }) => trusts);
    await bed.incus.client.removeInstance(nameOf('cluster'));
    await isMended(id);
    workers.forEach(({ trusts }, index) => expect(trusts).not.toBe(before[index]));
  });

  test('an app that was removed from its cluster is put there again, a strange one goes', async () => {
    const { id, nameOf } = await makeLab(clusterLab);
    const { apps } = bed.insides.of(nameOf('cluster'));
    apps.clear();
    apps.set('stranger', { hash: 'x', available: true });
    await isMended(id);
  });
});

describe('a changed blueprint', () => {
  test('adds and removes elements, and leaves the others alone', async () => {
    const { id, nameOf } = await makeLab();
    const web = bed.incus.world.get(nameOf('web'));
    const withDatabase = `${machineLab}  db:\n    kind: container\n    image: debian-12\n`;
    await bed.change(id, { blueprint: withDatabase });
    expect(await complaints(bed, id)).toEqual([]);
    expect(bed.incus.world.get(nameOf('web'))).toBe(web);
    expect(bed.insides.of(nameOf('web')).boots).toBe(1);
    await bed.change(id, { blueprint: machineLab });
    expect(await complaints(bed, id)).toEqual([]);
    expect(bed.incus.world.instances.has(nameOf('db'))).toBe(false);
    expect(await bed.store.listLog(id)).toEqual([]);
  });

  test('resizes without a restart', async () => {
    const { id, nameOf } = await makeLab();
    const blueprint = machineLab.replace('cpu: 1', 'cpu: 1.5').replace('256MiB', '512MiB');
    await bed.change(id, { blueprint });
    expect(await complaints(bed, id)).toEqual([]);
    await bed.change(id, { blueprint: machineLab });
    expect(await complaints(bed, id)).toEqual([]);
    const { config } = bed.incus.world.get(nameOf('web')).instance;
    expect(config['limits.cpu.allowance']).toBeUndefined();
    expect(bed.insides.of(nameOf('web')).boots).toBe(1);
  });

  test('gives another address by a restart, and tells the running gateway', async () => {
    const { id, nameOf } = await makeLab();
    const network = '    networks: [{ name: lan, address: 10.10.0.99 }]\n';
    await bed.change(id, { blueprint: machineLab + network });
    expect(await complaints(bed, id)).toEqual([]);
    expect(bed.insides.of(nameOf('web')).boots).toBe(2);
    expect(bed.insides.of(nameOf('gateway')).boots).toBe(1);
    const told = bed.insides.of(nameOf('gateway')).environment['environment.LABCAST_HOSTS'];
    expect(told).toContain('10.10.0.99');
  });

  test('a gateway that was changed and not told is told by whoever comes next', async () => {
    const { id, nameOf } = await makeLab();
    bed.incus.failNext('exec', 'rejected', { times: 2 });
    const network = '    networks: [{ name: lan, address: 10.10.0.99 }]\n';
    await bed.change(id, { blueprint: machineLab + network });
    expect(await complaints(bed, id)).toEqual([]);
    const { config } = bed.incus.world.get(nameOf('gateway')).instance;
    expect(config[labels.applied]).toBeTruthy();
  });

  test('another image replaces the machine, without a word of loss', async () => {
    bed.incus.world.images.set('other', {
      fingerprint: 'other',
      aliases: ['other'],
      properties: {},
      sizeBytes: 1,
    });
    const { id, nameOf } = await makeLab();
    const before = bed.incus.world.get(nameOf('web'));
    bed.incus.failNext('createInstance', 'rejected', { times: 2 });
    const blueprint = machineLab
      .replace('debian-12', 'other')
      .replace('cpu: 1', 'cpu: 1\n    storage: 1GiB');
    await bed.change(id, { blueprint });
    expect(await complaints(bed, id)).toEqual([]);
    expect(bed.incus.world.get(nameOf('web'))).not.toBe(before);
    const told = (await bed.store.listLog(id)).map(({ message }) => message).join('\n');
    expect(told).not.toContain('outside Labcast');
  });

  test('an image that is not there is told at once, and keeps the machine that there is', async () => {
    const { id, nameOf } = await makeLab();
    const before = bed.incus.world.get(nameOf('web'));
    const blueprint = machineLab
      .replace('debian-12', 'nowhere')
      .replace('cpu: 1', 'cpu: 1\n    storage: 1GiB');
    const { status } = await bed.change(id, { blueprint });
    expect(status).toMatchObject({ state: 'failed', attempts: 1 });
    expect(status.lastError).toMatchObject({ code: 'image-not-found' });
    expect(status.lastError?.remedy).toContain('labcast images');
    expect(bed.incus.world.get(nameOf('web'))).toBe(before);
    await bed.change(id, { blueprint: machineLab });
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('an image that is not there when a lab is made: the rest is made, the corrected lab goes on', async () => {
    await bed.start();
    const wrong = machineLab
      .replace('debian-12', 'nowhere')
      .replace('cpu: 1', 'cpu: 1\n    storage: 1GiB');
    const { id, key } = await bed.createLab(wrong);
    const { status } = await bed.untilRest(id);
    expect(status).toMatchObject({ state: 'failed', attempts: 1 });
    expect(status.lastError).toMatchObject({ code: 'image-not-found' });
    expect(bed.incus.world.instances.has(`${key}-gateway`)).toBe(true);
    // Somebody brings the image: trying again begins to count anew.
    const again = await bed.change(id, {});
    expect(again.status).toMatchObject({ state: 'failed', attempts: 1 });
    await bed.change(id, { blueprint: machineLab });
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('a command that fails is told with its output, and goes on when corrected', async () => {
    await bed.start();
    const wrong = machineLab.replace('start something', '"false"');
    const { id } = await bed.createLab(wrong);
    const { status } = await bed.untilRest(id);
    expect(status).toMatchObject({ state: 'failed', attempts: 6 });
    expect(status.lastError?.message).toContain('it is false');
    const web = status.elements.find(({ name }) => name === 'web');
    expect(web).toMatchObject({ state: 'failed' });
    expect(web?.reason).toContain('it is false');
    await bed.change(id, { blueprint: machineLab });
    expect(await complaints(bed, id)).toEqual([]);
  });

  test('a cluster grows and shrinks, and its apps are added, changed and removed', async () => {
    const { id, nameOf } = await makeLab(clusterLab.replace('nodes: 3', 'nodes: 1'));
    const { apps } = bed.insides.of(nameOf('cluster'));
    const first = apps.get('shop')?.hash;
    const changed = clusterLab.replace('port: 80', 'port: 8080');
    for (const blueprint of [
      clusterLab,
      changed,
      `${clusterLab}  blog:\n    kind: app\n    on: cluster\n    image: nginx\n    port: 81\n`,
      clusterLab.replace('nodes: 3', 'nodes: 2').slice(0, clusterLab.indexOf('  shop:')),
    ]) {
      await bed.change(id, { blueprint });
      expect(await complaints(bed, id)).toEqual([]);
      if (blueprint === changed) expect(apps.get('shop')?.hash).not.toBe(first);
    }
    expect([...apps.keys()]).toEqual([]);
    expect(bed.insides.of(nameOf('cluster')).boots).toBe(1);
  });

  test('a cluster that does not come up is given up with what Kubernetes says', async () => {
    bed.insides.keepClustersDown = true;
    await bed.start();
    const { id } = await bed.createLab(clusterLab.slice(0, clusterLab.indexOf('  shop:')));
    const { status } = await bed.untilRest(id);
    expect(status.lastError?.message).toContain('The API server does not answer.');
    bed.insides.keepClustersDown = false;
    // It comes right by itself: nobody has to ask.
    await isMended(id);
    expect((await bed.store.getEnvironment(id)).status).toMatchObject({ attempts: 0 });
  });
});
