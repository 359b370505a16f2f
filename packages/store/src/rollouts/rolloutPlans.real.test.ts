import type { RolloutChoices } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../testing/openTestStore.ts';
import type { TestStore } from '../testing/openTestStore.ts';

let world: TestStore;
beforeAll(async () => {
  world = await openTestStore();
});
afterAll(() => world.remove());

const keep: RolloutChoices = { default: 'keep', environments: {} };
const replace: RolloutChoices = { ...keep, default: 'replace' };

test('who asks the same while it is looked at waits for that answer, and later gets a new one', async () => {
  const { id, assignmentId } = await world.createEnvironment();
  const ask = async (choices: RolloutChoices) => {
    const request = { releaseNumber: 2, environmentIds: [id], choices };
    return (await world.store.requestRolloutPlan(assignmentId, request)).id;
  };
  const first = await ask(keep);
  expect(await ask(keep)).toBe(first);
  const other = await ask(replace);
  expect(other).not.toBe(first);
  await world.store.finishRolloutPlan(first, { targets: [] });
  expect(await ask(keep)).not.toBe(first);
  expect(await ask(replace)).toBe(other);
});
