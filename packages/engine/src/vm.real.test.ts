import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { complaints } from './testing/judge.ts';
import { vmLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
  await bed.start();
});
afterEach(() => bed.remove());

test('a virtual machine becomes ready with its guest, and says that it is emulated', async () => {
  const { id } = await bed.createLab(vmLab);
  const { status } = await bed.untilSettled(id);
  expect(await complaints(bed, id)).toEqual([]);
  expect(status.elements.find(({ name }) => name === 'vm')).toMatchObject({
    kind: 'vm',
    state: 'ready',
    addresses: ['10.10.0.10'],
    acceleration: 'software',
  });
  expect(status.steps.map(({ title }) => title)).toContain('Boot the guest of vm');
});

test('while its guest boots it is starting, and is destroyed without waiting for it', async () => {
  bed.insides.keepGuestsDown = true;
  const { id } = await bed.createLab(vmLab);
  await bed.until(id, ({ status }) => {
    const vm = status.elements.find(({ name }) => name === 'vm');
    return vm?.state === 'starting' && vm.reason === 'Boot the guest of vm';
  });
  await bed.destroy(id);
  expect(await complaints(bed, id)).toEqual([]);
});

test('more memory restarts it, and its disk stays', async () => {
  const { id, key } = await bed.createLab(vmLab);
  await bed.untilSettled(id);
  const before = bed.incus.world.get(`${key}-vm`);
  await bed.change(id, { blueprint: vmLab.replace('512MiB', '1GiB') });
  expect(await complaints(bed, id)).toEqual([]);
  expect(bed.incus.world.get(`${key}-vm`)).toBe(before);
  expect(bed.insides.of(`${key}-vm`).boots).toBe(2);
  await bed.change(id, { blueprint: vmLab.replace('512MiB', '256MiB') });
  expect(bed.incus.world.get(`${key}-vm`)).toBe(before);
  expect(await complaints(bed, id)).toEqual([]);
});

test('one that was switched off from inside is left so, and told', async () => {
  bed.insides.guestPower = 'off';
  const { id } = await bed.createLab(vmLab);
  const { status } = await bed.untilSettled(id);
  expect(status.state).toBe('ready');
  expect(status.elements.find(({ name }) => name === 'vm')).toMatchObject({ state: 'stopped' });
});
