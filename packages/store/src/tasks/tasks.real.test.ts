import type { EnvironmentStatus } from '@labcast/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Environment, EnvironmentId } from '../store.ts';
import type { Task } from '../taskStore.ts';
import { openTestStore } from '../testing/openTestStore.ts';
import type { TestStore } from '../testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const reset = (environmentId: EnvironmentId) =>
  world.store.createTask({ environmentId, kind: 'reset', change: {}, requestedBy: 'test' });

async function isCarriedOn({ id }: Task): Promise<boolean> {
  const tasks = await world.store.listTasksToCarryOn();
  return tasks.some((task) => task.id === id);
}

function seen(environment: Environment, state: EnvironmentStatus['state'], generation?: number) {
  return world.store.saveStatus(environment.id, { ...environment.status, state }, generation);
}

describe('a task is carried on', () => {
  test('from its start, one after the other in each environment', async () => {
    const { id } = await world.createEnvironment();
    const first = await reset(id);
    const second = await reset(id);
    expect([await isCarriedOn(first), await isCarriedOn(second)]).toEqual([true, false]);
    await world.store.saveTask(first.id, { state: 'done' });
    expect([await isCarriedOn(first), await isCarriedOn(second)]).toEqual([false, true]);
  });

  test.each(['kept', 'failed'] as const)('once its checkpoint is %s', async (state) => {
    const { id: sourceId } = await world.createEnvironment();
    const task = await reset(sourceId);
    const checkpoint = await world.store.createCheckpoint({
      sourceId,
      reason: 'before-reset',
      createdBy: 'test',
      forTask: task.id,
    });
    expect(await isCarriedOn(task)).toBe(false);
    await world.store.saveCheckpoint(checkpoint.id, { state });
    expect(await isCarriedOn(task)).toBe(true);
  });

  test('once its lab is as it is wanted, or was given up', async () => {
    const environment = await world.createEnvironment();
    const task = await reset(environment.id);
    const { generation } = await world.store.changeWanted(environment.id, {});
    await world.store.saveTask(task.id, { state: 'applying', generation });
    expect(await isCarriedOn(task)).toBe(false);
    await seen(environment, 'ready', generation - 1);
    expect(await isCarriedOn(task)).toBe(false);
    await seen(environment, 'failed');
    expect(await isCarriedOn(task)).toBe(true);
    await seen(environment, 'ready', generation);
    expect(await isCarriedOn(task)).toBe(true);
  });

  test('once its lab is to be deleted', async () => {
    const { id } = await world.createEnvironment();
    const task = await reset(id);
    await world.store.saveTask(task.id, { state: 'applying', generation: 2 });
    await world.store.changeWanted(id, { wanted: 'absent' });
    expect(await isCarriedOn(task)).toBe(true);
  });
});
