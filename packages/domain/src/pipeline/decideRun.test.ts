import { expect, test } from 'vitest';
import { decideRun } from './decideRun.ts';
import type { RunRecord } from './decideRun.ts';
import type { RunStage, StageName } from './run.ts';

const passed = (name: StageName, attempt = 1): RunStage => ({ name, attempt, state: 'passed' });
const run = (change: Partial<RunRecord> = {}): RunRecord => ({
  stages: [],
  attempt: 1,
  firstAttempt: 1,
  approve: false,
  promote: true,
  ...change,
});

test('a run goes through its stages in order and ends when the last has passed', () => {
  const stages: RunStage[] = [];
  for (const name of ['validate', 'forecast', 'rehearse', 'promote'] as const) {
    expect(decideRun(run({ stages }))).toEqual({ type: 'stage', name });
    stages.push(passed(name));
  }
  expect(decideRun(run({ stages }))).toEqual({ type: 'end', state: 'passed' });
});

test('a stage that was broken off is done again', () => {
  const broken: RunStage = { name: 'validate', attempt: 1, state: 'running' };
  expect(decideRun(run({ stages: [broken] }))).toEqual({ type: 'stage', name: 'validate' });
});

test('nothing comes after a stage that failed, and nothing after a cancellation', () => {
  const failed: RunStage = { name: 'forecast', attempt: 1, state: 'failed' };
  const stages = [passed('validate'), failed];
  expect(decideRun(run({ stages }))).toEqual({ type: 'end', state: 'failed' });
  expect(decideRun(run({ cancelledBy: 'Ada' }))).toEqual({ type: 'end', state: 'cancelled' });
});

test('a run that shall be approved waits before it promotes, and one that does not promote ends there', () => {
  const stages = (['validate', 'forecast', 'rehearse'] as const).map((name) => passed(name));
  expect(decideRun(run({ stages, approve: true }))).toEqual({ type: 'wait' });
  const approved = { stages, approve: true, approvedBy: 'Ada' };
  expect(decideRun(run(approved))).toEqual({ type: 'stage', name: 'approve' });
  expect(decideRun(run({ stages, promote: false, approve: true }))).toEqual({
    type: 'end',
    state: 'passed',
  });
});

test('begun again where it failed, what passed is not done again; begun at the start, all of it is', () => {
  const failed: RunStage = { name: 'rehearse', attempt: 1, state: 'failed' };
  const stages = [passed('validate'), passed('forecast'), failed];
  expect(decideRun(run({ stages, attempt: 2 }))).toEqual({ type: 'stage', name: 'rehearse' });
  const anew = run({ stages, attempt: 2, firstAttempt: 2 });
  expect(decideRun(anew)).toEqual({ type: 'stage', name: 'validate' });
});
