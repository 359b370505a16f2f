import { originsOf } from '@labcast/domain';
import type { Checkpoint, Environment, Rollout } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseLab } from './rollout/parseRelease.ts';
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

const root = { mode: '0644', uid: 0, gid: 0 };

async function makeDev(): Promise<Environment> {
  const { id } = await bed.createLab(machineLab);
  return bed.untilSettled(id);
}

/** A checkpoint of dev as it is now, made a release without a pipeline. */
async function release(dev: Environment): Promise<Checkpoint> {
  const { id } = await bed.store.createCheckpoint({
    sourceId: dev.id,
    reason: 'asked',
    createdBy: 'Ada',
  });
  await expect
    .poll(async () => (await bed.store.getCheckpoint(id)).state, { interval: 5 })
    .toBe('kept');
  await bed.database.query(
    `with run as (
      insert into pipeline_run (assignment_id, number, checkpoint_id, state, students, copies, approve, promote,
        requested_by, ended_at)
      select $1::uuid, coalesce(max(number), 0) + 1, $2::uuid, 'passed', 1, 1, false, true, 'Ada', now()
        from pipeline_run where assignment_id = $1::uuid
      returning id, number)
    insert into release (assignment_id, number, checkpoint_id, run_id, created_by)
      select $1::uuid, number, $2::uuid, id, 'Ada' from run`,
    [dev.assignmentId, id],
  );
  return bed.store.getCheckpoint(id);
}

async function deploy(
  dev: Environment,
  { key, blueprint }: Checkpoint,
  students: number,
  when: { readonly startsAt?: Date; readonly atFirstOpen?: boolean } = {},
): Promise<Rollout> {
  const origins = originsOf(parseLab(blueprint), key);
  return bed.store.createRollout({
    assignmentId: dev.assignmentId,
    kind: 'deploy',
    releaseNumber: 1,
    canary: true,
    atFirstOpen: false,
    ...when,
    choices: {},
    requestedBy: 'Ada',
    environments: [],
    places: Array.from({ length: students }, (_, index) => ({
      role: 'student',
      name: String(index + 1).padStart(2, '0'),
      wanted: 'stopped',
      blueprint,
      origins,
      releaseNumber: 1,
    })),
  });
}

async function untilEnded({ id }: Rollout): Promise<Rollout> {
  await expect
    .poll(async () => (await bed.store.getRollout(id)).endedAt, { interval: 10, timeout: 60_000 })
    .toBeDefined();
  return bed.store.getRollout(id);
}

const statesOf = async ({ id }: Rollout) =>
  (await bed.store.listTargets(id)).map(({ state }) => state);

const contentOf = ({ key }: { key: string }, path: string): string | undefined =>
  bed.incus.world.get(`${key}-web`).files.get(path)?.content.toString();

async function studentsOf(dev: Environment): Promise<Environment[]> {
  const labs = await bed.store.listLabs();
  return labs.filter(
    ({ role, assignmentId }) => role === 'student' && assignmentId === dev.assignmentId,
  );
}

test('a release comes to every student, the first one alone, and no later change of dev does', async () => {
  await bed.start();
  const dev = await makeDev();
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'r1', root);
  const rollout = await deploy(dev, await release(dev), 6);
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'later', root);
  expect(await untilEnded(rollout)).toMatchObject({ state: 'done' });
  expect(new Set(await statesOf(rollout))).toEqual(new Set(['ready']));
  const students = await studentsOf(dev);
  expect(students.map((one) => contentOf(one, '/work'))).toEqual(Array(6).fill('r1'));
  const [first, ...others] = await bed.store.listTargets(rollout.id);
  for (const other of others)
    expect(other.startedAt!.getTime()).toBeGreaterThanOrEqual(first!.readyAt!.getTime());
  expect(bed.unaccounted).toEqual([]);
});

test('a rollout that is killed anywhere is whole in the end', async () => {
  const first = await bed.start();
  const dev = await makeDev();
  const rollout = await deploy(dev, await release(dev), 5);
  await first.stop();
  for (const life of [40, 90, 150, 220]) {
    const doomed = await bed.start({}, life);
    await Promise.race([doomed.ended, untilEnded(rollout).catch(() => undefined)]);
    await doomed.kill();
  }
  await bed.start();
  expect(await untilEnded(rollout)).toMatchObject({ state: 'done' });
  expect(new Set(await statesOf(rollout))).toEqual(new Set(['ready']));
  expect(await studentsOf(dev)).toHaveLength(5);
  expect(bed.unaccounted).toEqual([]);
});

test('a scheduled rollout begins at its time, also when something else was changed before', async () => {
  await bed.start();
  const dev = await makeDev();
  const startsAt = new Date(Date.now() + 700);
  const rollout = await deploy(dev, await release(dev), 2, { startsAt });
  const [first] = await studentsOf(dev);
  expect(first?.deployAt).toEqual(startsAt);
  await bed.store.changeWanted(first!.id, { sealed: true });
  expect(await untilEnded(rollout)).toMatchObject({ state: 'done' });
  const targets = await bed.store.listTargets(rollout.id);
  expect(targets.map(({ state, outcome }) => [state, outcome])).toEqual([
    ['ready', 'new'],
    ['ready', 'new'],
  ]);
  for (const { startedAt } of targets)
    expect(startedAt!.getTime()).toBeGreaterThanOrEqual(startsAt.getTime());
  expect((await studentsOf(dev)).map(({ deployAt }) => deployAt)).toEqual([undefined, undefined]);
});

test('on demand the first copy is made, and each other one when it is opened', async () => {
  await bed.start();
  const dev = await makeDev();
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'r1', root);
  const rollout = await deploy(dev, await release(dev), 3, { atFirstOpen: true });
  expect(await untilEnded(rollout)).toMatchObject({ state: 'done' });
  expect(await statesOf(rollout)).toEqual(['ready', 'kept', 'kept']);
  const [first, second, third] = await studentsOf(dev);
  const isThere = ({ key }: Environment) => bed.incus.world.instances.has(`${key}-web`);
  expect([first, second, third].map((one) => isThere(one!))).toEqual([true, false, false]);
  await bed.change(second!.id, { wanted: 'running' });
  expect(contentOf(second!, '/work')).toBe('r1');
  expect(isThere(third!)).toBe(false);
});

/** Two students of r1, of whom the second has work, and r2 with another file. */
async function makeUpdatable() {
  await bed.start();
  const dev = await makeDev();
  const one = await release(dev);
  await untilEnded(await deploy(dev, one, 2));
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'r2', root);
  const two = await release(dev);
  const [untouched, touched] = await studentsOf(dev);
  await bed.incus.client.writeFile(`${touched!.key}-web`, '/work', 'mine', root);
  const work = { files: [{ path: '/work', change: 'added' as const }], total: 1 };
  const { project } = bed.incus.client;
  const name = ({ key }: { key: string }) =>
    project === 'default' ? `${key}-web` : `${project}_${key}-web`;
  const isOther = (other: { key: string }) =>
    bed.host.comparisons.set(`${name(one)}:${name(other)}`, work);
  isOther(two);
  isOther(touched!);
  return { dev, two, untouched: untouched!, touched: touched!, isOther };
}

async function bring(
  kind: 'update' | 'roll-back',
  environments: readonly Environment[],
  choices: Rollout['choices'] = {},
  releaseNumber = kind === 'update' ? 2 : 1,
): Promise<Rollout> {
  const now = await Promise.all(environments.map(({ id }) => bed.store.getEnvironment(id)));
  return untilEnded(
    await bed.store.createRollout({
      assignmentId: now[0]!.assignmentId,
      kind,
      releaseNumber,
      canary: false,
      atFirstOpen: false,
      choices,
      requestedBy: 'Ada',
      environments: now,
      places: [],
    }),
  );
}

test('an update replaces what nobody touched and keeps what somebody did', async () => {
  const { dev, untouched, touched } = await makeUpdatable();
  const update = await bring('update', [untouched, touched]);
  expect(update).toMatchObject({ state: 'done' });
  const targets = await bed.store.listTargets(update.id);
  expect(targets.map(({ outcome }) => outcome)).toEqual(['replace', 'keep']);
  expect(contentOf(untouched, '/work')).toBe('r2');
  expect(contentOf(touched, '/work')).toBe('mine');
  const checkpoints = await bed.store.listCheckpoints(dev.assignmentId);
  expect(checkpoints.filter(({ reason }) => reason === 'before-update')).not.toHaveLength(0);
});

test('what is replaced all the same sees its old disk, until it is dropped', async () => {
  const { dev, untouched, touched } = await makeUpdatable();
  const device = ({ key }: Environment) =>
    bed.incus.world.get(`${key}-web`).instance.devices.before;
  const update = await bring('update', [untouched, touched], { default: 'replace' });
  const targets = await bed.store.listTargets(update.id);
  expect(targets.map(({ outcome }) => outcome)).toEqual(['replace', 'replace-kept']);
  expect(contentOf(touched, '/work')).toBe('r2');
  const checkpoints = await bed.store.listCheckpoints(dev.assignmentId);
  const kept = checkpoints.find(({ sourceId }) => sourceId === touched.id);
  expect(contentOf(kept!, '/work')).toBe('mine');
  expect(device(touched)).toMatchObject({ path: '/mnt/before', readonly: 'true' });
  expect(device(touched)?.source).toMatch(new RegExp(`_?${kept!.key}-web/rootfs$`));
  expect(device(untouched)).toBeUndefined();

  // Its next checkpoint is of its own disk alone.
  const { id } = await bed.store.createCheckpoint({
    sourceId: touched.id,
    reason: 'asked',
    createdBy: 'Ada',
  });
  await expect.poll(async () => (await bed.store.getCheckpoint(id)).state).toBe('kept');
  const later = await bed.store.getCheckpoint(id);
  expect(bed.incus.world.get(`${later.key}-web`).instance.devices.before).toEqual({ type: 'none' });

  await bed.store.changeWanted(touched.id, { beforeDisks: {} });
  await bed.untilSettled(touched.id);
  expect(device(touched)).toBeUndefined();
  expect(contentOf(touched, '/work')).toBe('r2');
});

test('a rolled back student has the old disk for good, and sees none from before', async () => {
  const { touched, untouched } = await makeUpdatable();
  await bring('update', [untouched, touched], { default: 'replace' });
  expect(await bring('roll-back', [untouched, touched])).toMatchObject({ state: 'done' });
  expect(contentOf(touched, '/work')).toBe('mine');
  expect(contentOf(untouched, '/work')).toBeUndefined();
  expect((await bed.store.getEnvironment(touched.id)).beforeDisks).toEqual({});
  expect(bed.incus.world.get(`${touched.key}-web`).instance.devices.before).toBeUndefined();
});

test('who skipped a release is rolled back to the one that the old disk is of', async () => {
  const { dev, touched, isOther } = await makeUpdatable();
  isOther(await release(dev));
  await bring('update', [touched], { default: 'replace' }, 3);
  const releaseOf = async () => (await bed.store.getEnvironment(touched.id)).releaseNumber;
  expect([await releaseOf(), contentOf(touched, '/work')]).toEqual([3, 'r2']);
  // What the server asks for: the one before the newest.
  await bring('roll-back', [touched], {}, 2);
  expect(contentOf(touched, '/work')).toBe('mine');
  expect(await releaseOf()).toBe(1);
});

test('what is frozen is left as it was by a later update', async () => {
  const { touched, untouched } = await makeUpdatable();
  await bed.store.saveClassFields(touched.id, { frozenAt: new Date() });
  const update = await bring('update', [untouched, touched], { default: 'replace' });
  expect(await statesOf(update)).toEqual(['ready', 'kept']);
  expect(contentOf(touched, '/work')).toBe('mine');
});

test('an exam takes the internet away and gives it back when the work was frozen at its end', async () => {
  await bed.start();
  const dev = await makeDev();
  await untilEnded(await deploy(dev, await release(dev), 2));
  const [first, second] = await studentsOf(dev);
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
  for (const { id } of await studentsOf(dev))
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
  const dev = await makeDev();
  await untilEnded(await deploy(dev, await release(dev), 2));
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
  for (const { frozenAt, status } of await studentsOf(dev))
    expect([frozenAt !== undefined, status.state]).toEqual([true, 'stopped']);
});

test('a deadline during which the engine is killed and the clock jumps back is kept all the same', async () => {
  const first = await bed.start();
  const dev = await makeDev();
  await untilEnded(await deploy(dev, await release(dev), 3));
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
