import { expect, test } from 'vitest';
import { choosePoolSize } from './choosePoolSize.ts';

const gib = 1024 ** 3;

test.each([
  [100, 50],
  [72.9, 36],
  [20, 15],
  [17, 15],
  [5000, 200],
])('with %d GiB free the pool gets %d GiB', (free, size) => {
  expect(choosePoolSize(free * gib)).toBe(size * gib);
});

test('a disk that would be full with it gets no pool', () => {
  expect(choosePoolSize(16.5 * gib)).toBeUndefined();
});
