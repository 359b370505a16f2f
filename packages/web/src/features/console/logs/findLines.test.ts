import { expect, test } from 'vitest';
import { cutAfterLastLine, findLines, splitLines } from './findLines.ts';

test('a text is found in any line, capital or not', () => {
  expect(findLines(['Started nginx', 'ok', 'NGINX failed'], ' nginx ')).toEqual([0, 2]);
  expect(findLines(['a'], '')).toEqual([]);
  expect(findLines(['a.b', 'ab'], '.')).toEqual([0]);
});

test('the end of the last line begins no other', () => {
  expect(splitLines('a\nb\n')).toEqual(['a', 'b']);
  expect(splitLines('a\r\n\r\nb')).toEqual(['a', '', 'b']);
  expect(splitLines('')).toEqual([]);
});

test('a line without an end waits for the rest of it', () => {
  expect(cutAfterLastLine('a\nb')).toEqual(['a\n', 'b']);
  expect(cutAfterLastLine('b')).toEqual(['', 'b']);
  expect(cutAfterLastLine('a\n')).toEqual(['a\n', '']);
});
