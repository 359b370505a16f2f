import { wish } from '@labcast/domain';
import type { ElementAction } from '@labcast/domain';
import type { EnvironmentId } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { complaints } from './testing/judge.ts';
import { clusterLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

async function makeLab() {
  const engine = await bed.start();
  const { id, key } = await bed.createLab(clusterLab);
  await bed.untilSettled(id);
  return { id, engine, nameOf: (part: string) => `${key}-${part}` };
}

const ask = (id: EnvironmentId, element: string, action: ElementAction) =>
  bed.store.changeWanted(id, { wishes: (before) => wish(before, [element], action) });

const statusOf = (name: string) => bed.incus.world.get(name).instance.status;
const stateOf = async (id: EnvironmentId, element: string) =>
  (await bed.store.getEnvironment(id)).status.elements.find(({ name }) => name === element)?.state;

test('an element that was stopped stays so over a restart of the engine, the others run', async () => {
  const { id, engine, nameOf } = await makeLab();
  await ask(id, 'web', 'stop');
  await bed.untilSettled(id);
  expect(statusOf(nameOf('web'))).toBe('Stopped');
  expect(await stateOf(id, 'web')).toBe('stopped');
  await engine.kill();
  await bed.start();
  await bed.store.changeWanted(id, {});
  await bed.untilSettled(id);
  expect(statusOf(nameOf('web'))).toBe('Stopped');
  expect(statusOf(nameOf('cluster'))).toBe('Running');
  await ask(id, 'web', 'start');
  await bed.untilSettled(id);
  expect(statusOf(nameOf('web'))).toBe('Running');
  expect(await complaints(bed, id)).toEqual([]);
});

test('a stopped cluster takes its apps with it, and brings them back', async () => {
  const { id, nameOf } = await makeLab();
  await ask(id, 'cluster', 'stop');
  await bed.untilSettled(id);
  expect(statusOf(nameOf('cluster'))).toBe('Stopped');
  expect(await stateOf(id, 'cluster')).toBe('stopped');
  await ask(id, 'cluster', 'start');
  await bed.untilSettled(id);
  expect(await complaints(bed, id)).toEqual([]);
});

test('a restart boots one element once, and the others not at all', async () => {
  const { id, nameOf } = await makeLab();
  const boots = (part: string) => bed.insides.of(nameOf(part)).boots;
  const before = [boots('web'), boots('cluster')];
  await ask(id, 'web', 'restart');
  await bed.untilSettled(id);
  await bed.store.changeWanted(id, {});
  await bed.untilSettled(id);
  expect([boots('web'), boots('cluster')]).toEqual([before[0]! + 1, before[1]]);
});

test('a restart is carried out wherever the engine is killed on the way', async () => {
  const { id, engine, nameOf } = await makeLab();
  await engine.stop();
  for (let life = 2; life < 60; life += 4) {
    const before = bed.insides.of(nameOf('web')).boots;
    await ask(id, 'web', 'restart');
    const doomed = await bed.start(undefined, life);
    await Promise.race([doomed.ended, bed.untilSettled(id)]);
    await doomed.kill();
    const next = await bed.start();
    await bed.untilSettled(id);
    await next.stop();
    expect(bed.insides.of(nameOf('web')).boots).toBe(before + 1);
    expect(await complaints(bed, id)).toEqual([]);
  }
});

test('how long steps took is told the next time', async () => {
  const { id, engine } = await makeLab();
  await engine.stop();
  expect([...(await bed.store.listUsualTimes()).keys()]).toContain('create-instance debian-12');
  await bed.start();
  const other = await bed.createLab(clusterLab);
  const { status } = await bed.untilSettled(other.id);
  const made = status.steps.find(({ title }) => title === 'Make web');
  expect(made?.usual?.p90Ms).toBeGreaterThanOrEqual(made?.usual?.medianMs ?? Infinity);
  expect(id).not.toBe(other.id);
});
