import { expect, test } from 'vitest';
import { printDate, printDeadline, printMoment, printTime } from './printMoment.ts';

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

test('a deadline has its date with the zone, and the way there', () => {
  const at = now + 3 * 24 * 60 * minute + 5 * minute;
  expect(printDeadline(at, now)).toBe(`${printDate(at)}, in 3 days`);
  expect(printDeadline(now - 90_500, now)).toBe(`${printDate(now - 90_500)}, 1 min ago`);
});

test('a time of today has hours and minutes alone', () => {
  expect(printTime(new Date(2026, 10, 25, 14, 5).getTime())).toMatch(/^\D*\d{1,2}:05(\D*)$/);
});
