import { expect, test } from 'vitest';
import { exampleView, failedView, startingView } from '../testing/exampleViews.ts';
import { createJudge } from './createJudge.ts';

test('work is reached when it is settled, and goes on before', () => {
  const judge = createJudge(startingView());
  expect(judge(startingView())).toBe('going-on');
  expect(judge(exampleView())).toBe('reached');
});

test('what is settled at an older generation says nothing about newer work', () => {
  const judge = createJudge(startingView({ generation: 2 }));
  expect(judge(exampleView({ generation: 1 }))).toBe('going-on');
  expect(judge(exampleView({ generation: 3 }))).toBe('reached');
});

test('a failure from before the request is not taken for its result', () => {
  const before = failedView({ generation: 2 });
  const judge = createJudge(before);
  expect(judge(before)).toBe('going-on');
  expect(judge(startingView({ generation: 2 }))).toBe('going-on');
  expect(judge(before)).toBe('failed');
});

test('a failure with a newer error counts although no other state was seen', () => {
  const before = failedView();
  const newer = failedView();
  const lastError = { code: 'step-failed', message: 'Again.', at: '2027-01-01T00:00:00.000Z' };
  const judge = createJudge(before);
  expect(judge({ ...newer, status: { ...newer.status, lastError } })).toBe('failed');
});

test('gone is the goal of a removal, and the failure of everything else', () => {
  const removedAt = '2026-01-02T03:05:00.000Z';
  const removing = createJudge(exampleView({ wanted: 'absent', settled: false }));
  expect(removing(exampleView({ wanted: 'absent', removedAt }))).toBe('reached');
  expect(removing(exampleView())).toBe('going-on');
  expect(createJudge(startingView())(exampleView({ wanted: 'absent', removedAt }))).toBe('failed');
});

test('another environment with the same name means that ours is gone', () => {
  const other = exampleView({ id: 'environment-2' });
  expect(createJudge(exampleView({ wanted: 'absent', settled: false }))(other)).toBe('reached');
  expect(createJudge(startingView())(other)).toBe('failed');
});
