import { printSize } from '@labcast/domain';
import { expect, test } from 'vitest';
import { readCoresField, readCountField, readSizeField, warnAbout } from './readSizeField.ts';

const MiB = 1024 ** 2;
const bounds = { of: 'debian-12', minimum: 64 * MiB, recommended: 512 * MiB };

test('a size is written as lab.yaml has it, however it was typed', () => {
  for (const text of ['512MiB', '512 MiB', ' 0.5 GiB', '0,5GiB'])
    expect(readSizeField(text, 'Memory', bounds)).toEqual({ value: '512MiB' });
});

test('an empty field leaves the choice to the image', () => {
  expect(readSizeField('  ', 'Memory', bounds)).toEqual({ value: undefined });
  expect(readCoresField('', 'CPU')).toEqual({ value: undefined });
});

test('less than the minimum is refused with both numbers', () => {
  expect(readSizeField('32MiB', 'Memory', bounds)).toEqual({
    error: 'debian-12 needs at least 64 MiB, this is 32 MiB. Write 64 MiB or more.',
  });
  const cpu = { of: 'desktop', minimum: 0.5, recommended: 2 };
  expect(readCoresField('100m', 'CPU', cpu)).toEqual({
    error: 'desktop needs at least 0.5 CPU, this is 0.1 CPU. Write 0.5 CPU or more.',
  });
});

test('what is no size is refused with what to write', () => {
  expect(readSizeField('512', 'Memory')).toEqual({
    error:
      'Memory has no unit, write 512MiB. Write 512MiB, or another unit: B, KiB, MiB, GiB, TiB, kB, MB, GB, TB.',
  });
  expect(readSizeField('a lot', 'Memory')).toHaveProperty('error');
});

test('between minimum and recommended is a warning with the number, and else is none', () => {
  expect(warnAbout(128 * MiB, bounds, printSize)).toMatch(/^512 MiB is recommended/);
  expect(warnAbout(512 * MiB, bounds, printSize)).toBeUndefined();
  expect(warnAbout(1 * MiB, bounds, printSize)).toBeUndefined();
  expect(warnAbout(1 * MiB, undefined, printSize)).toBeUndefined();
});

test('a count is a whole number within its bounds', () => {
  const range = { minimum: 1, maximum: 20 };
  expect(readCountField('3', 'Nodes', range)).toEqual({ value: 3 });
  for (const text of ['0', '21', '1.5', 'three', '-1'])
    expect(readCountField(text, 'Nodes', range)).toHaveProperty('error');
});
