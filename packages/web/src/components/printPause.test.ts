import { expect, test } from 'vitest';
import { printPause } from './printPause.ts';

test.each([
  [40.4, '40 ms'],
  [312, '0.3 s'],
  [9_840, '9.8 s'],
  [12_400, '12 s'],
])('a time of %d ms is called %s', (milliseconds, text) => {
  expect(printPause(milliseconds)).toBe(text);
});
