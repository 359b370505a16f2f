import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSize, printSize, writeSize } from './size.ts';

describe('parseSize', () => {
  test.each([
    ['512MiB', 512 * 1024 ** 2],
    ['4GiB', 4 * 1024 ** 3],
    ['1.5GiB', 1.5 * 1024 ** 3],
    ['1TiB', 1024 ** 4],
    ['500MB', 500_000_000],
    ['1 GiB', 1024 ** 3],
    ['7B', 7],
  ])('%s is %d bytes', (text, bytes) => {
    expect(parseSize(text, 'memory')).toBe(bytes);
  });

  test.each([
    ['512', 'memory has no unit, write 512MiB'],
    ['2', 'memory has no unit, write 2GiB'],
    ['512M', 'memory has the unknown unit M, write 512MiB'],
    ['4gb', 'memory has the unknown unit gb, write 4GiB'],
    ['much', 'memory is "much", which is not a size'],
    ['-1GiB', 'memory is "-1GiB", which is not a size'],
    ['', 'memory is "", which is not a size'],
    ['0MiB', 'memory is 0MiB, which is nothing'],
    ['99999999999TiB', 'memory is 99999999999TiB, which is more than any machine has'],
  ])('%j is refused: %s', (text, message) => {
    expect(parseSize(text, 'memory')).toMatchObject({ message });
  });
});

test('what is written gives the same bytes again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (bytes) => {
      expect(parseSize(writeSize(bytes), 'memory')).toBe(bytes);
    }),
  );
});

test.each([
  [512 * 1024 ** 2, '512MiB'],
  [1536 * 1024 ** 2, '1536MiB'],
  [500_000_000, '500MB'],
  [1024 ** 4, '1TiB'],
  [1025, '1025B'],
])('%d bytes are written %s', (bytes, text) => {
  expect(writeSize(bytes)).toBe(text);
});

test.each([
  [10 * 1024 ** 4, '10 TiB'],
  [1.54 * 1024 ** 3, '1.5 GiB'],
  [1024 ** 3, '1 GiB'],
  [9.96 * 1024 ** 3, '10 GiB'],
  [23.6 * 1024 ** 3, '24 GiB'],
  [900, '900 B'],
  [0, '0 B'],
])('people read %d bytes as %s', (bytes, text) => {
  expect(printSize(bytes)).toBe(text);
});
