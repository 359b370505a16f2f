import type { RolloutView } from '@labcast/api-client';
import { expect, test } from 'vitest';
import { describeRollout, isUnderWay } from './describeRollout.ts';
import { groupFailures } from './groupFailures.ts';
import { withRollout } from '../board/withRollout.ts';

const startedAt = '2026-11-27T12:00:00Z';
const after = (seconds: number) => Date.parse(startedAt) + seconds * 1000;
const rollout = (more: Partial<RolloutView>): RolloutView => ({
  number: 1,
  kind: 'deploy',
  release: 1,
  state: 'running',
  createdAt: startedAt,
  startedAt,
  counts: { total: 30, ready: 0, starting: 0, waiting: 0, failed: 0, kept: 0 },
  atFirstOpen: false,
  canary: true,
  requestedBy: 'ana',
  targets: [],
  ...more,
});
const counts = (more: Partial<RolloutView['counts']>) => ({
  counts: { ...rollout({}).counts, ...more },
});

test('under way it says how many, since when, and how long still', () => {
  expect(describeRollout(rollout(counts({ ready: 20 })), after(12))).toBe(
    '20 of 30 ready, 12 s, about 6 s left',
  );
});

test('with nobody ready yet nothing is promised', () => {
  expect(describeRollout(rollout({ state: 'canary' }), after(3))).toBe('0 of 30 ready, 3 s');
});

test('at the end it says the time of all and of the slowest, and what did not go', () => {
  const done = { state: 'done', endedAt: '2026-11-27T12:00:41Z', slowestMs: 9840 } as const;
  expect(describeRollout(rollout({ ...done, ...counts({ ready: 30 }) }), after(99))).toBe(
    '30 ready in 41 s, slowest 9.8 s',
  );
  const partly = { ...done, ...counts({ ready: 27, kept: 2, failed: 1 }) };
  expect(describeRollout(rollout(partly), after(99))).toBe(
    '27 ready in 41 s, slowest 9.8 s, 2 kept as they are, 1 failed',
  );
});

test('failures with one cause are one thing', () => {
  const target = (environment: string, state: 'ready' | 'failed', cause?: string) => ({
    environment,
    state,
    elements: [],
    outcome: 'new' as const,
    attempts: 3,
    ...(cause !== undefined && {
      cause,
      error: `The ${cause} of ${environment} is ${cause === 'disk' ? 'full' : 'taken'}`,
    }),
  });
  const targets = [
    target('9', 'failed', 'disk'),
    target('12', 'failed', 'network'),
    target('10', 'failed', 'disk'),
    target('1', 'ready'),
  ];
  expect(groupFailures(targets)).toEqual([
    { cause: 'disk', reason: 'The disk of 9 is full', isExample: true, environments: ['9', '10'] },
    {
      cause: 'network',
      reason: 'The network of 12 is taken',
      isExample: false,
      environments: ['12'],
    },
  ]);
});

test('a paused rollout is under way, a cancelled one is not', () => {
  expect(isUnderWay({ state: 'paused' })).toBe(true);
  expect(isUnderWay({ state: 'cancelled' })).toBe(false);
});

test('who gets a lab waits or starts, and is never stopped or without one meanwhile', () => {
  const states = ['ready', 'stopped', 'stopping', 'not-deployed'] as const;
  const students = states.map((state, index) => ({
    environment: String(index),
    people: [],
    state,
    checks: { passed: 0, total: 0 },
    extraMinutes: 0,
  }));
  const targets = (['ready', 'starting', 'waiting', 'waiting'] as const).map((state, index) => ({
    environment: String(index),
    state,
    elements: [],
    attempts: 1,
  }));
  const shown = (more: Partial<RolloutView>) =>
    withRollout(students, rollout({ targets, ...more })).map(({ state }) => state);
  expect(shown({})).toEqual(['ready', 'starting', 'waiting', 'waiting']);
  expect(shown({ state: 'done' })).toEqual(states);
  expect(shown({ atFirstOpen: true })).toEqual(states);
  expect(shown({ kind: 'update' })).toEqual(states);
});
