import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { machineLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

/** Nothing is looked at by itself: only what is measured can have it looked at. */
const patient = { lookAgain: 1_000_000 };

async function makeLab() {
  await bed.start(patient);
  const { id, key } = await bed.createLab(machineLab);
  await bed.untilSettled(id);
  const name = `fake_${key}-web`;
  const measure = (memoryKills: number, usedBytes = 10) => {
    bed.host.usage = {
      instances: [{ name, cpuSeconds: 1, memoryBytes: 2 ** 20, memoryKills }],
      disks: [{ name, usedBytes, limitBytes: 1000 }],
    };
  };
  const web = async () =>
    (await bed.store.getEnvironment(id)).status.elements.find((one) => one.name === 'web');
  return { id, key, measure, web };
}

test('a program that was ended for want of memory is told, with the way forward', async () => {
  const { id, measure, web } = await makeLab();
  measure(3);
  await bed.store.watchUsage([id], 60);
  await expect.poll(() => bed.store.listUsage(id)).not.toEqual([]);
  expect(await web()).toMatchObject({ state: 'ready' });
  measure(4);
  await expect.poll(web).toMatchObject({
    state: 'attention',
    reason: expect.stringContaining('ran out of memory') as string,
    remedy: expect.stringContaining('more memory') as string,
  });
  expect((await bed.store.getEnvironment(id)).status.state).toBe('attention');
  // The machine was started anew.
  measure(0);
  await expect.poll(web).toMatchObject({ state: 'ready' });
});

test('a full disk is told while it is full', async () => {
  const { measure, web } = await makeLab();
  measure(0, 980);
  await expect.poll(web).toMatchObject({
    state: 'attention',
    reason: expect.stringContaining('disk of web is full') as string,
  });
  measure(0, 500);
  await expect.poll(web).toMatchObject({ state: 'ready' });
});

test('a lab host that goes away is told, and so is its return', async () => {
  const { id } = await makeLab();
  const state = async () => (await bed.store.getEnvironment(id)).status.state;
  // Until it is seen, however seldom one looks.
  bed.host.failNext('getUsage', 'unavailable', { times: 10_000 });
  bed.host.failNext('getNetworks', 'unavailable', { times: 10_000 });
  await expect.poll(state).toBe('unknown');
  bed.host.heal();
  await expect.poll(state).toBe('ready');
});

test('what is used is sampled only of labs that somebody looks at', async () => {
  const { id, key, measure } = await makeLab();
  const other = await bed.createLab(machineLab);
  await bed.untilSettled(other.id);
  measure(0);
  await bed.store.watchUsage([id], 60);
  await expect.poll(() => bed.store.listUsage(id)).not.toEqual([]);
  const [sample] = await bed.store.listUsage(id);
  const web = { name: 'web', cpuCores: 0, memoryBytes: 2 ** 20, diskBytes: 10 };
  expect(sample?.elements).toContainEqual(web);
  expect(await bed.store.listUsage(other.id)).toEqual([]);
  expect(key).not.toBe(other.key);
});

test('somebody who stops or pauses a machine in Incus is told of', async () => {
  const { id, key, web } = await makeLab();
  await bed.incus.client.stopInstance(`${key}-web`, { force: true });
  // A look that comes before Incus's word of it cannot tell that it was somebody.
  const told = expect.stringMatching(
    /^(Somebody stopped web in Incus\. Labcast|web was stopped outside of Labcast, which) is starting it again\.$/,
  ) as string;
  await expect.poll(web).toMatchObject({ state: 'ready', notice: { message: told } });
  const log = await bed.store.listLog(id);
  expect(log.map(({ message }) => message)).toEqual([told]);
});
