import type { Checkpoint, Environment } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openClassBed } from './testing/classBed.ts';
import type { ClassBed } from './testing/classBed.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';

let bed: ClassBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openClassBed();
});
afterEach(() => bed.remove());

test('an exam takes the internet away and gives it back when the work was frozen at its end', async () => {
  await bed.start();
  const dev = await bed.makeDev();
  await bed.untilEnded(await bed.deploy(dev, await bed.release(dev), 2));
  const [first, second] = await bed.studentsOf(dev);
  const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
  await bed.store.saveClassFields(second!.id, { extraMinutes: 60 });
  await bed.store.saveClassPolicy(dev.assignmentId, { exam: { endsAt: soon(60_000) } });
  for (const { id } of [first!, second!]) await bed.until(id, ({ sealed }) => sealed);
  // Dev's own is left.
  await expect.poll(() => bed.host.egress.size).toBe(1);
  await bed.store.saveClassPolicy(dev.assignmentId, { exam: { endsAt: soon(-1_000) } });
  await bed.until(first!.id, ({ frozenAt, sealed }) => frozenAt !== undefined && !sealed);
  const other = await bed.store.getEnvironment(second!.id);
  expect(other).toMatchObject({ sealed: true, wanted: 'running' });
  expect(other.frozenAt).toBeUndefined();
});

const hour = 3_600_000;

async function untilFrozen(dev: Environment): Promise<void> {
  for (const { id } of await bed.studentsOf(dev))
    await bed.until(id, ({ frozenAt, wanted }) => frozenAt !== undefined && wanted === 'stopped');
}

async function takenAtDeadline(dev: Environment): Promise<Checkpoint[]> {
  const checkpoints = await bed.store.listCheckpoints(dev.assignmentId);
  return checkpoints.filter(({ reason }) => reason === 'deadline');
}

/** Long enough for the clock to be looked at many times. */
const someLooks = () => new Promise((resolve) => setTimeout(resolve, 200));

test('at the deadline every student is kept and frozen, once, however the clock jumps', async () => {
  await bed.start();
  const dev = await bed.makeDev();
  await bed.untilEnded(await bed.deploy(dev, await bed.release(dev), 2));
  const deadline = new Date(Date.now() + hour);
  await bed.store.saveClassPolicy(dev.assignmentId, { deadline });
  bed.jumpClock(-24 * hour);
  await someLooks();
  expect(await takenAtDeadline(dev)).toEqual([]);
  bed.jumpClock(26 * hour);
  await untilFrozen(dev);
  for (const jump of [-2 * hour, 2 * hour, 1_000 * hour]) {
    bed.jumpClock(jump);
    await someLooks();
  }
  await bed.store.saveClassPolicy(dev.assignmentId, { deadline: new Date(Date.now() - 60_000) });
  await someLooks();
  expect(await takenAtDeadline(dev)).toHaveLength(2);
  for (const { frozenAt, status } of await bed.studentsOf(dev))
    expect([frozenAt !== undefined, status.state]).toEqual([true, 'stopped']);
});

test('a deadline during which the engine is killed and the clock jumps back is kept all the same', async () => {
  const first = await bed.start();
  const dev = await bed.makeDev();
  await bed.untilEnded(await bed.deploy(dev, await bed.release(dev), 3));
  await first.stop();
  await bed.store.saveClassPolicy(dev.assignmentId, { deadline: new Date(Date.now() + hour) });
  bed.jumpClock(2 * hour);
  for (const life of [30, 60, 90]) {
    const doomed = await bed.start({}, life);
    await Promise.race([doomed.ended, untilFrozen(dev).catch(() => undefined)]);
    await doomed.kill();
  }
  // What was begun at the deadline is ended, though by this clock it is still to come.
  const begun = await bed.store.listUnfinishedTasks();
  bed.jumpClock(-3 * hour);
  await bed.start();
  for (const { environmentId } of begun)
    await bed.until(environmentId, ({ frozenAt }) => frozenAt !== undefined);
  bed.jumpClock(3 * hour);
  await untilFrozen(dev);
  expect(await takenAtDeadline(dev)).toHaveLength(3);
});
