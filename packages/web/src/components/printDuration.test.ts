import { expect, test } from 'vitest';
import { printDuration } from './printDuration.ts';

test.each([
  [-4000, '0 s'],
  [6400, '6 s'],
  [125_000, '2 min 5 s'],
  [120_000, '2 min'],
  [12_000_000, '3 h 20 min'],
  [200_000_000, '2 days'],
])('%d ms are %s', (milliseconds, text) => {
  expect(printDuration(milliseconds)).toBe(text);
});
