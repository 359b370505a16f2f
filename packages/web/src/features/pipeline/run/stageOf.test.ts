import type { RunStage } from '@labcast/api-client';
import { expect, test } from 'vitest';
import {
  failedStage,
  listStages,
  presentStage,
  shownState,
  stageTime,
  timeLeft,
} from './stageOf.ts';

const stage = (name: RunStage['name'], state: RunStage['state'], more = {}): RunStage => ({
  name,
  attempt: 1,
  state,
  ...more,
});
const failed = {
  stages: [
    stage('validate', 'passed'),
    stage('rehearse', 'failed', { attempt: 1 }),
    stage('rehearse', 'running', { attempt: 2 }),
  ],
};

test('all five stages are listed, each with its attempts in order', () => {
  const listed = listStages(failed);
  expect(listed.map(({ name }) => name)).toEqual([
    'validate',
    'forecast',
    'rehearse',
    'approve',
    'promote',
  ]);
  expect(listed[2]?.attempts.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(listed[1]?.last).toBeUndefined();
});

test('the failed stage is looked at, also when later ones were left out', () => {
  const run = {
    stages: [
      stage('validate', 'passed'),
      stage('forecast', 'failed'),
      stage('rehearse', 'skipped'),
    ],
  };
  expect(presentStage(run)).toBe('forecast');
  expect(failedStage(run)).toBe('forecast');
});

test('of a run that goes on, what is under way is looked at, and nothing failed', () => {
  expect(presentStage(failed)).toBe('rehearse');
  expect(failedStage(failed)).toBeUndefined();
  expect(presentStage({ stages: [] })).toBe('validate');
});

test('nothing waits in a run that has ended', () => {
  const waiting = { last: stage('approve', 'waiting') };
  expect(shownState(waiting, { state: 'running' })).toBe('waiting');
  expect(shownState(waiting, { state: 'passed' })).toBe('skipped');
  expect(shownState(waiting, { state: 'failed' })).toBe('not-reached');
  expect(shownState({ last: undefined }, { state: 'cancelled' })).toBe('not-reached');
  expect(shownState({ last: stage('rehearse', 'failed') }, { state: 'failed' })).toBe('failed');
});

test('time that is left is known from what is usual, or not at all', () => {
  const now = Date.parse('2026-11-27T12:00:30Z');
  const startedAt = '2026-11-27T12:00:00Z';
  const running = stage('rehearse', 'running', { startedAt, usualMs: 45_000 });
  expect(stageTime(running, now)).toBe(30_000);
  const promote = stage('promote', 'waiting', { usualMs: 5_000 });
  expect(timeLeft({ stages: [running, promote] }, now)).toBe(20_000);
  expect(timeLeft({ stages: [running, stage('promote', 'waiting')] }, now)).toBeUndefined();
  expect(timeLeft({ stages: [stage('promote', 'passed')] }, now)).toBeUndefined();
});
