import { expect, test } from 'vitest';
import { printDate, printMoment } from './printMoment.ts';

const now = Date.UTC(2026, 10, 25, 12);
const minute = 60_000;

test.each([
  [0, 'just now'],
  [-9_000, 'just now'],
  [-30_000, '30 s ago'],
  [-2.5 * minute, '2 min ago'],
  [-3 * 60 * minute - minute, '3 h ago'],
  [20 * minute, 'in 20 min'],
])('a moment %i ms from now is called %s', (distance, words) => {
  expect(printMoment(now + distance, now)).toBe(words);
});

test('a moment more than a day away is called by its date', () => {
  const before = now - 25 * 60 * minute;
  expect(printMoment(before, now)).toBe(printDate(before));
  expect(printDate(before)).toContain('2026');
});
