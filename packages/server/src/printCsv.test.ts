import { expect, test } from 'vitest';
import { printCsv } from './printCsv.ts';

test('cells with commas, quotes and line ends stay one cell', () => {
  expect(printCsv([['a', 'b,c', 'd"e', 'f\ng']])).toBe('a,"b,c","d""e","f\ng"\r\n');
});

test('what a spreadsheet would calculate is text', () => {
  expect(printCsv([['=1+1', '@x', 'plain']])).toBe("'=1+1,'@x,plain\r\n");
});
