import type { Environment, Run } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

const lab = (run: string, solution = '') => `${machineLab}checks:
  - { name: works, on: web, run: '${run}' }
${solution}`;

async function makeLab(blueprint = lab('true')): Promise<Environment> {
  const { id } = await bed.createLab(blueprint);
  return bed.untilSettled(id);
}

async function begin(dev: Environment, change: Partial<Run> = {}): Promise<Run> {
  await expect.poll(() => bed.store.findHostObservation()).toBeDefined();
  return bed.store.createRun({
    assignmentId: dev.assignmentId,
    devId: dev.id,
    students: 2,
    copies: 1,
    approve: false,
    promote: true,
    keepFailedMinutes: 0,
    note: 'first',
    requestedBy: 'Ada',
    ...change,
  });
}

async function untilState(run: Run, states: readonly Run['state'][]): Promise<Run> {
  await expect
    .poll(async () => states.includes((await bed.store.getRun(run.id)).state), {
      timeout: 20_000,
      interval: 10,
    })
    .toBe(true);
  return bed.store.getRun(run.id);
}

const ended = ['passed', 'failed', 'cancelled'] as const;

async function rehearsals(dev: Environment): Promise<string[]> {
  const labs = await bed.store.listLabs();
  return labs
    .filter(({ assignmentId, role }) => assignmentId === dev.assignmentId && role === 'rehearsal')
    .map(({ name }) => name);
}

describe('a run', () => {
  test('proves the checkpoint, makes prod of it and a release, and leaves nothing over', async () => {
    await bed.start();
    const dev = await makeLab();
    const run = await untilState(await begin(dev, { copies: 2 }), ended);
    expect(run.stages.map(({ name, state, message }) => [name, state, message])).toEqual([
      ['validate', 'passed', expect.any(String)],
      ['forecast', 'passed', expect.any(String)],
      ['rehearse', 'passed', expect.stringContaining('2 copies ready')],
      ['promote', 'passed', 'Release r1.'],
    ]);
    expect(run).toMatchObject({ state: 'passed', release: 1 });
    const prod = await bed.store.findEnvironment(dev.assignmentName, 'prod');
    expect(prod?.status.state).toBe('ready');
    expect(await rehearsals(dev)).toEqual([]);
    expect(bed.unaccounted).toEqual([]);
    const again = await untilState(await begin(dev), ended);
    expect(again).toMatchObject({ state: 'passed', release: 2, number: 2 });
    const reasons = (await bed.store.listCheckpoints(dev.assignmentId)).map(({ reason }) => reason);
    expect(reasons).toEqual(['before-promote', 'asked', 'asked']);
  });

  test('whose check fails promotes nothing, and can go on where it failed', async () => {
    await bed.start();
    const dev = await makeLab(lab('exit 3'));
    bed.insides.checkExit = 3;
    const run = await untilState(await begin(dev), ended);
    expect(run.state).toBe('failed');
    expect(run.stages.at(-1)?.message).toContain('1 of 1 checks failed: "works" on web.');
    expect(await bed.store.findEnvironment(dev.assignmentName, 'prod')).toBeUndefined();
    expect(await rehearsals(dev)).toEqual([]);
    bed.insides.checkExit = 0;
    expect(await bed.store.repeatRun(run.id, 'failed')).toBe(true);
    const better = await untilState(run, ['passed']);
    expect(better.stages.map(({ name, attempt, state }) => `${name} ${attempt} ${state}`)).toEqual([
      'validate 1 passed',
      'forecast 1 passed',
      'rehearse 1 failed',
      'rehearse 2 passed',
      'promote 2 passed',
    ]);
  });

  test('waits for an approval, and those behind it wait for it', async () => {
    await bed.start();
    const dev = await makeLab();
    const first = await begin(dev, { approve: true });
    const second = await begin(dev, { promote: false });
    await untilState(first, ['waiting-approval']);
    expect((await bed.store.getRun(second.id)).state).toBe('queued');
    expect(await bed.store.approveRun(first.id, 'Grace')).toBe(true);
    expect(await untilState(first, ended)).toMatchObject({ state: 'passed', approvedBy: 'Grace' });
    expect((await untilState(second, ended)).release).toBeUndefined();
  });

  test('that is cancelled, or whose lab is deleted, leaves nothing over', async () => {
    await bed.start();
    const dev = await makeLab();
    bed.insides.checkExit = 1;
    const first = await begin(dev);
    await expect.poll(() => rehearsals(dev)).not.toEqual([]);
    await bed.store.cancelRun(first.id, 'Ada');
    expect((await untilState(first, ended)).state).toBe('cancelled');
    expect(await rehearsals(dev)).toEqual([]);
    const second = await begin(dev);
    await expect.poll(() => rehearsals(dev)).not.toEqual([]);
    for (const one of await bed.store.listEnvironmentsEver(dev.assignmentName))
      if (!one.removedAt) await bed.store.changeWanted(one.id, { wanted: 'absent' });
    expect((await untilState(second, ended)).state).toBe('cancelled');
    await bed.untilGone(dev.id);
    expect(bed.incus.world.instances.size).toBe(0);
  });

  test('that is about to make prod when its assignment is deleted makes none', async () => {
    await bed.start();
    const dev = await makeLab();
    const run = await begin(dev);
    await expect
      .poll(async () => (await bed.store.getRun(run.id)).stages.at(-1)?.name, { interval: 1 })
      .toBe('promote');
    await bed.store.beginRemoval(dev.assignmentId);
    for (const one of await bed.store.listEnvironmentsEver(dev.assignmentName))
      if (!one.removedAt) await bed.store.changeWanted(one.id, { wanted: 'absent' });
    await untilState(run, ended);
    await bed.untilGone(dev.id);
    await expect.poll(() => bed.incus.world.instances.size).toBe(0);
    await expect
      .poll(async () => (await bed.store.findAssignment(dev.assignmentName))?.removedAt)
      .toBeDefined();
    expect(bed.unaccounted).toEqual([]);
  });

  test('that failed keeps its copy for a while, to be looked into, and no longer', async () => {
    await bed.start();
    const dev = await makeLab();
    bed.insides.checkExit = 1;
    const run = await untilState(await begin(dev, { keepFailedMinutes: 15 }), ended);
    expect(run.state).toBe('failed');
    const [copy] = run.stages.at(-1)?.copies ?? [];
    expect(copy).toMatchObject({ state: 'kept', keptUntil: expect.any(String) as string });
    const [kept] = await bed.store.listRunEnvironments(run.id);
    expect(kept).toMatchObject({ name: copy!.environment, wanted: 'running' });
    await bed.database.query(
      `update pipeline_run set stages = replace(stages::text, $2, $3)::jsonb where id = $1`,
      [run.id, copy!.keptUntil!, new Date(Date.now() - 1_000).toISOString()],
    );
    await bed.untilGone(kept!.id);
    expect(await rehearsals(dev)).toEqual([]);
  });

  test('that was broken off anywhere ends as one that was not', async () => {
    const first = await bed.start();
    const dev = await makeLab();
    await expect.poll(() => bed.store.findHostObservation()).toBeDefined();
    await first.stop();
    for (let life = 20; life < 220; life += 45) {
      const run = await begin(dev);
      const doomed = await bed.start({}, life);
      await Promise.race([doomed.ended, untilState(run, ended).catch(() => undefined)]);
      await doomed.kill();
      const next = await bed.start();
      expect(await untilState(run, ended)).toMatchObject({ state: 'passed' });
      expect(await rehearsals(dev)).toEqual([]);
      await next.stop();
    }
    expect(bed.unaccounted).toEqual([]);
    expect((await bed.store.listReleases(dev.assignmentId)).length).toBe(5);
  });
});
