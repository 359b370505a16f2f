import type { Environment } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openClassBed, root } from './testing/classBed.ts';
import type { ClassBed } from './testing/classBed.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';

let bed: ClassBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openClassBed();
});
afterEach(() => bed.remove());

test('a release comes to every student, the first one alone, and no later change of dev does', async () => {
  await bed.start();
  const dev = await bed.makeDev();
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'r1', root);
  const rollout = await bed.deploy(dev, await bed.release(dev), 6);
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'later', root);
  expect(await bed.untilEnded(rollout)).toMatchObject({ state: 'done' });
  expect(new Set(await bed.statesOf(rollout))).toEqual(new Set(['ready']));
  const students = await bed.studentsOf(dev);
  expect(students.map((one) => bed.contentOf(one, '/work'))).toEqual(Array(6).fill('r1'));
  const [first, ...others] = await bed.store.listTargets(rollout.id);
  for (const other of others)
    expect(other.startedAt!.getTime()).toBeGreaterThanOrEqual(first!.readyAt!.getTime());
  expect(bed.unaccounted).toEqual([]);
});

test('a rollout that is killed anywhere is whole in the end', async () => {
  const first = await bed.start();
  const dev = await bed.makeDev();
  const rollout = await bed.deploy(dev, await bed.release(dev), 5);
  await first.stop();
  for (const life of [40, 90, 150, 220]) {
    const doomed = await bed.start({}, life);
    await Promise.race([doomed.ended, bed.untilEnded(rollout).catch(() => undefined)]);
    await doomed.kill();
  }
  await bed.start();
  expect(await bed.untilEnded(rollout)).toMatchObject({ state: 'done' });
  expect(new Set(await bed.statesOf(rollout))).toEqual(new Set(['ready']));
  expect(await bed.studentsOf(dev)).toHaveLength(5);
  expect(bed.unaccounted).toEqual([]);
});

test('a scheduled rollout begins at its time, also when something else was changed before', async () => {
  await bed.start();
  const dev = await bed.makeDev();
  const startsAt = new Date(Date.now() + 700);
  const rollout = await bed.deploy(dev, await bed.release(dev), 2, { startsAt });
  const [first] = await bed.studentsOf(dev);
  expect(first?.deployAt).toEqual(startsAt);
  await bed.store.changeWanted(first!.id, { sealed: true });
  expect(await bed.untilEnded(rollout)).toMatchObject({ state: 'done' });
  const targets = await bed.store.listTargets(rollout.id);
  expect(targets.map(({ state, outcome }) => [state, outcome])).toEqual([
    ['ready', 'new'],
    ['ready', 'new'],
  ]);
  for (const { startedAt } of targets)
    expect(startedAt!.getTime()).toBeGreaterThanOrEqual(startsAt.getTime());
  expect((await bed.studentsOf(dev)).map(({ deployAt }) => deployAt)).toEqual([
    undefined,
    undefined,
  ]);
});

test('on demand the first copy is made, and each other one when it is opened', async () => {
  await bed.start();
  const dev = await bed.makeDev();
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'r1', root);
  const rollout = await bed.deploy(dev, await bed.release(dev), 3, { atFirstOpen: true });
  expect(await bed.untilEnded(rollout)).toMatchObject({ state: 'done' });
  expect(await bed.statesOf(rollout)).toEqual(['ready', 'kept', 'kept']);
  const [first, second, third] = await bed.studentsOf(dev);
  const isThere = ({ key }: Environment) => bed.incus.world.instances.has(`${key}-web`);
  expect([first, second, third].map((one) => isThere(one!))).toEqual([true, false, false]);
  await bed.change(second!.id, { wanted: 'running' });
  expect(bed.contentOf(second!, '/work')).toBe('r1');
  expect(isThere(third!)).toBe(false);
});
