import { labels } from '@labcast/domain';
import type { Sweep } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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

async function sweep(remove: boolean): Promise<Sweep> {
  const { id } = await bed.store.requestSweep(remove);
  await expect
    .poll(async () => (await bed.store.getSweep(id)).finishedAt, { timeout: 10_000 })
    .toBeDefined();
  return bed.store.getSweep(id);
}

const image = 'labcast/debian-12';

/** Things of ours that no lab owns, and things of others. */
async function litter(): Promise<void> {
  const ours = { [labels.installation]: await bed.store.getInstallationId() };
  const others = { [labels.installation]: 'another' };
  const create = (name: string, config: Record<string, string>) =>
    bed.incus.client.createInstance({ name, image, config, devices: {}, start: true });
  await create('forgotten-web', { ...ours, [labels.assignment]: 'past/dev' });
  await create('another-web', others);
  await create('stranger', {});
  bed.host.bridges.add('lc-forgot-0');
  bed.host.egress.add('10.99.0.200');
}

test('orphans are found, and only when asked for removed; strangers are neither', async () => {
  await bed.start();
  const { id } = await bed.createLab(machineLab);
  await bed.untilSettled(id);
  expect((await sweep(false)).orphans).toEqual([]);
  await litter();
  const expected = [
    ['instance', 'forgotten-web'],
    ['bridge', 'lc-forgot-0'],
    ['egress', '10.99.0.200'],
  ];
  const found = await sweep(false);
  expect(found.orphans.map(({ kind, name }) => [kind, name])).toEqual(expected);
  expect(bed.incus.world.instances.has('forgotten-web')).toBe(true);
  const removed = await sweep(true);
  expect(removed.orphans.map(({ kind, name }) => [kind, name])).toEqual(expected);
  expect(removed.error).toBeUndefined();
  expect((await sweep(false)).orphans).toEqual([]);
  expect([...bed.incus.world.instances.keys()]).toEqual(
    expect.arrayContaining(['another-web', 'stranger']),
  );
  expect(await complaints(bed, id)).toEqual([]);
});

test('what is being made and what is being removed is not swept', async () => {
  await bed.start();
  for (let count = 0; count < 4; count++) {
    const { id } = await bed.createLab(clusterLab);
    const during = await Promise.all([sweep(true), sweep(true)]);
    await bed.untilSettled(id);
    const [going] = await Promise.all([sweep(false), bed.destroy(id)]);
    expect([...during, going].flatMap(({ orphans }) => orphans)).toEqual([]);
    expect(await complaints(bed, id)).toEqual([]);
    expect(await bed.store.listLog(id)).toEqual([]);
  }
});

test('one orphan that cannot be removed is told, and does not keep the others', async () => {
  await bed.start();
  await litter();
  bed.incus.failNext('removeInstance', 'rejected');
  const { error, orphans } = await sweep(true);
  expect(error).toContain('planned failure');
  expect(orphans).toHaveLength(3);
  expect(bed.host.bridges.size + bed.host.egress.size).toBe(0);
  expect((await sweep(true)).error).toBeUndefined();
  expect((await sweep(false)).orphans).toEqual([]);
});

test('a sweep while Incus is away ends and says so', async () => {
  await bed.start();
  bed.incus.failNext('listInstances', 'unavailable');
  expect((await sweep(false)).error).toContain('does not answer');
});
