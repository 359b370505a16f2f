import { expect, test } from 'vitest';
import { parseMemory } from './memory.ts';

test('memory is read in bytes', () => {
  const text = 'MemTotal:       24684100 kB\nMemFree:        100 kB\nMemAvailable:   21687240 kB\n';
  expect(parseMemory(text)).toEqual({
    memoryTotalBytes: 24_684_100 * 1024,
    memoryAvailableBytes: 21_687_240 * 1024,
  });
});

test('a file without the fields is an error that names the field', () => {
  expect(() => parseMemory('MemTotal: 1 kB\n')).toThrow('MemAvailable');
});
