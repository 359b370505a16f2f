import { expect, test } from 'vitest';
import { describeStepTime, findQueuePlace } from './describeStepTime.ts';

const now = Date.UTC(2026, 10, 25, 12);
const before = (ms: number) => new Date(now - ms).toISOString();
const usual = { medianMs: 9_000, p90Ms: 15_000 };
const step = (part: object) => ({
  id: 'copy',
  title: 'Copy web',
  state: 'waiting' as const,
  ...part,
});
const running = (ms: number) => step({ state: 'running', startedAt: before(ms), usual });

test('a step at work has its time and the usual one, and says when it is late', () => {
  expect(describeStepTime(running(6_000), now)).toBe('6 s of about 9 s');
  expect(describeStepTime(running(37_000), now)).toBe('37 s, usually 9 s');
});

test('a step that waits says for what', () => {
  expect(describeStepTime(step({ place: 3 }), now)).toBe('3rd in the queue');
  expect(describeStepTime(step({}), now)).toBe('waits');
});

test('a lab has a place in the queue while nothing of it is at work', () => {
  const done = step({ state: 'done' });
  expect(findQueuePlace([done, step({ place: 2 }), step({})])).toBe(2);
  expect(findQueuePlace([done, running(6_000), step({ place: 2 })])).toBeUndefined();
});
