import { expect, test } from 'vitest';
import { formatAge, formatDuration, formatSize } from './format.ts';

const mebibyte = 1024 ** 2;

test('sizes are in MiB below one GiB and in GiB from there on', () => {
  expect(formatSize(512 * mebibyte)).toBe('512 MiB');
  expect(formatSize(1023 * mebibyte)).toBe('1023 MiB');
  expect(formatSize(1024 * mebibyte)).toBe('1 GiB');
  expect(formatSize(1536 * mebibyte)).toBe('1.5 GiB');
  expect(formatSize(250 * 1024 * mebibyte)).toBe('250 GiB');
});

test('durations change their unit without ever showing 60 of the smaller one', () => {
  expect(formatDuration(-5)).toBe('0.0 s');
  expect(formatDuration(9_940)).toBe('9.9 s');
  expect(formatDuration(9_960)).toBe('10 s');
  expect(formatDuration(59_600)).toBe('1 min');
  expect(formatDuration(185_000)).toBe('3 min 5 s');
  expect(formatDuration(7_800_000)).toBe('2 h 10 min');
});

test('an age is in the largest unit that fits', () => {
  const now = new Date('2026-01-10T12:00:00Z');
  expect(formatAge('2026-01-10T11:59:59.500Z', now)).toBe('just now');
  expect(formatAge('2026-01-10T11:59:20Z', now)).toBe('40 s ago');
  expect(formatAge('2026-01-10T09:00:00Z', now)).toBe('3 h ago');
  expect(formatAge('2026-01-01T12:00:00Z', now)).toBe('9 days ago');
});
