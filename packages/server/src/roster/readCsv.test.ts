import { expect, test } from 'vitest';
import { readCsv } from './readCsv.ts';

const rows = (text: string) => {
  const read = readCsv(text);
  return 'lines' in read ? read.lines.map(({ line, cells }) => [line, ...cells]) : read.problem;
};

test.each([
  ['commas', 'name,email\nAda,a@x.example\n'],
  ['semicolons', 'name;email\r\nAda;a@x.example'],
  ['tabs and a BOM', '\ufeffname\temail\nAda\ta@x.example\n'],
  ['quotes', '"name","email"\n"Ada","a@x.example"\n'],
])('%s separate fields', (_what, text) => {
  expect(rows(text)).toEqual([
    [1, 'name', 'email'],
    [2, 'Ada', 'a@x.example'],
  ]);
});

test('a quoted field may have separators, quotation marks and line breaks, and lines are still told right', () => {
  expect(rows('name,email\n"Lovelace, ""Ada""",a@x\n\n"Bob\nB.",b@x\nEve,e@x\n')).toEqual([
    [1, 'name', 'email'],
    [2, 'Lovelace, "Ada"', 'a@x'],
    [4, 'Bob\nB.', 'b@x'],
    [6, 'Eve', 'e@x'],
  ]);
});

test('other separators stand within fields, and lines may have more or fewer of them', () => {
  expect(rows('name;email\nA, B;x\nC;x;y\nD\n')).toEqual([
    [1, 'name', 'email'],
    [2, 'A, B', 'x'],
    [3, 'C', 'x', 'y'],
    [4, 'D'],
  ]);
});

test('a quotation mark that is never closed is told with its line', () => {
  expect(rows('name,email\nAda,a@x\n"Bob,b@x\nEve,e@x\n')).toMatchObject({
    message: expect.stringContaining('quotation mark') as string,
  });
  expect(rows('name,email\nAda,a "b" c\n')).toMatchObject({ line: 2 });
});

test('an empty file has no lines', () => {
  expect(rows('')).toEqual([]);
  expect(rows('\n\n')).toEqual([]);
});
