import { describe, expect, test } from 'vitest';
import type { Failure } from '../reconcile/failure.ts';
import { defaultTimings } from '../timings.ts';
import { afterFailure, freshHistory } from './passHistory.ts';

const failure = (next: Failure['next']): Failure => ({
  code: 'step-failed',
  message: 'no',
  at: '2026-01-01T00:00:00.000Z',
  next,
});

function failTimes(times: number, isRemoval: boolean): ReturnType<typeof afterFailure> {
  let result = afterFailure(freshHistory(1), failure('retry'), isRemoval, defaultTimings);
  for (let count = 1; count < times; count++)
    result = afterFailure(result.history, failure('retry'), isRemoval, defaultTimings);
  return result;
}

describe('afterFailure', () => {
  test('each attempt waits longer, up to half a minute', () => {
    expect([1, 2, 3, 4, 5].map((times) => failTimes(times, false).againInMs)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000,
    ]);
    expect(failTimes(20, true).againInMs).toBe(30_000);
  });

  test('the sixth failure is the last, save for a removal', () => {
    expect(failTimes(5, false).history.gaveUp).toBe(false);
    expect(failTimes(6, false).history.gaveUp).toBe(true);
    expect(failTimes(60, true).history.gaveUp).toBe(false);
  });

  test('what repeating cannot help is given up at once', () => {
    expect(
      afterFailure(freshHistory(1), failure('give-up'), false, defaultTimings).history.gaveUp,
    ).toBe(true);
  });

  test('a lab host that is away counts for nothing', () => {
    let history = freshHistory(1);
    for (let count = 0; count < 100; count++)
      history = afterFailure(history, failure('wait'), false, defaultTimings).history;
    expect(history.attempts).toBe(0);
    expect(history.gaveUp).toBe(false);
  });

  test('a lab host that goes away does not hide why an environment was given up', () => {
    const { history } = afterFailure(freshHistory(1), failure('give-up'), false, defaultTimings);
    const later = { ...failure('wait'), message: 'away' };
    expect(afterFailure(history, later, false, defaultTimings).history).toEqual(history);
  });
});
