import { expect, test } from 'vitest';
import { describeDeed } from './describeDeed.ts';
import { writeCsv } from './writeCsv.ts';

test('a deed is told in words, also one that nobody wrote words for', () => {
  expect(describeDeed('DELETE /api/v1/courses/:course')).toBe('deleted a course');
  expect(describeDeed('PUT /api/v1/assignments/:assignment/layout')).toBe('set layout');
  expect(describeDeed('something else')).toBe('something else');
});

test('commas, quotes and line ends stay inside their cell', () => {
  expect(writeCsv([['a,b', 'say "x"', 'two\nlines', 'plain']])).toBe(
    '"a,b","say ""x""","two\nlines",plain\r\n',
  );
});

test('a name that looks like a formula is not carried out by a spreadsheet', () => {
  expect(writeCsv([['=HYPERLINK(1)', '-1', '@x']])).toBe("'=HYPERLINK(1),'-1,'@x\r\n");
});
