import { expect, test } from 'vitest';
import { deadlineWarning } from './deadlineWarning.ts';

const minutes = (count: number) => count * 60_000;

test('a deadline warns from a day, an hour and ten minutes before', () => {
  const at = minutes(10_000);
  expect(deadlineWarning(at, at - minutes(24 * 60 + 1))).toBeUndefined();
  expect(deadlineWarning(at, at - minutes(24 * 60))).toBe('day');
  expect(deadlineWarning(at, at - minutes(61))).toBe('day');
  expect(deadlineWarning(at, at - minutes(60))).toBe('hour');
  expect(deadlineWarning(at, at - minutes(10))).toBe('minutes');
  expect(deadlineWarning(at, at - 1)).toBe('minutes');
});

test('what is over warns no more', () => {
  expect(deadlineWarning(1000, 1000)).toBeUndefined();
  expect(deadlineWarning(1000, 2000)).toBeUndefined();
});
