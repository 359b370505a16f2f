import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDuration, writeDuration } from './duration.ts';

test('what is written gives the same seconds again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3600 }), (seconds) => {
      expect(parseDuration(writeDuration(seconds), 'timeout')).toBe(seconds);
    }),
  );
});

test.each([
  ['10', 'timeout has no unit, write 10s'],
  ['10h', 'timeout is "10h", which is not a duration'],
  ['0s', 'timeout is 0s'],
  ['61m', 'timeout is 61m'],
])('%j is refused: %s', (text, message) => {
  expect(parseDuration(text, 'timeout')).toMatchObject({ message });
});
