import { expect, test } from 'vitest';
import { fitOptionsFor, minimapFrom, minimapSize } from './fitOptions.ts';

const roomBelow = (count: number) => fitOptionsFor(count).padding.bottom;

test('what is fitted to the window does not lie under the map', () => {
  expect(Number.parseInt(String(roomBelow(minimapFrom)), 10)).toBeGreaterThan(minimapSize.height);
});

test('without a map all edges are the same', () => {
  const { x, top, bottom } = fitOptionsFor(minimapFrom - 1).padding;
  expect([top, bottom]).toEqual([x, x]);
});
