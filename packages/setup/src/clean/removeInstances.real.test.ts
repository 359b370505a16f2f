import { createRealTestBed, type IncusTestBed } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeInstances } from './incusRemains.ts';

let bed: IncusTestBed;

beforeAll(async () => {
  bed = await createRealTestBed();
});
afterAll(() => bed.stop());

test('machines that run, that stand still for a checkpoint, and its disks are all removed', async () => {
  const { client, image, pool } = bed;
  const devices = { root: { type: 'disk', path: '/', pool } };
  const machine = { image, config: {}, devices };
  await client.createInstance({ ...machine, name: 'running', start: true });
  await client.createInstance({ ...machine, name: 'frozen', start: true });
  await client.createInstance({ ...machine, name: 'upload', start: false });
  await client.freezeInstance('frozen');
  await client.createSnapshot('frozen', 'c1');
  const from = { instance: 'frozen', snapshot: 'c1' };
  await client.copyInstance({ name: 'c1-frozen', from, config: {}, devices, start: false });
  expect(await removeInstances(client, client.project, () => undefined)).toBe(4);
  expect(await client.listInstances()).toEqual([]);
});
