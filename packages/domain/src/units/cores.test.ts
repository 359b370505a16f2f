import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCores } from './cores.ts';

test.each([
  ['1', 1],
  ['0.5', 0.5],
  ['500m', 0.5],
  [2, 2],
  [0.25, 0.25],
])('%j is %d cores', (written, cores) => {
  expect(parseCores(written, 'cpu')).toBe(cores);
});

test.each(['', 'two', '-1', '1GiB', 'Infinity', 0, -1, 0.0001, NaN, Infinity, 1e21])(
  '%j is refused',
  (written) => {
    expect(parseCores(written, 'cpu')).toMatchObject({
      message: expect.stringContaining('cpu is') as string,
    });
  },
);

test('thousandths and cores say the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 1_000_000 }), (thousandths) => {
      expect(parseCores(`${thousandths}m`, 'cpu')).toBe(parseCores(thousandths / 1000, 'cpu'));
    }),
  );
});
