import { expect, test } from 'vitest';
import { retryDelay } from './retryDelay.ts';

test('the first try comes at once to a person, and none is more than 5 seconds away', () => {
  expect(retryDelay(0, 1)).toBe(250);
  for (const failures of [0, 1, 5, 50, 5000])
    expect(retryDelay(failures, 1)).toBeLessThanOrEqual(5000);
  expect(retryDelay(50, 1)).toBe(5000);
});

test('tries of many windows are spread', () => {
  expect(retryDelay(9, 0)).toBeLessThan(retryDelay(9, 1));
});
