import { expect, test } from 'vitest';
import { joinPath, parentFolder, printSize, sortEntries, type FileEntry } from './fileEntries.ts';

const entry = (name: string, kind: FileEntry['kind'] = 'file'): FileEntry => ({
  name,
  kind,
  sizeBytes: 0,
  modifiedAt: '2026-01-01T00:00:00.000Z',
});

test.each([
  ['/home/student', '/home'],
  ['/home/student/', '/home'],
  ['/home', '/'],
  ['/', '/'],
])('above %s is %s', (path, above) => {
  expect(parentFolder(path)).toBe(above);
});

test('a name joins its folder with one slash', () => {
  expect(joinPath('/', 'a')).toBe('/a');
  expect(joinPath('/home/', 'a')).toBe('/home/a');
});

test('folders come first, numbers in their order, hidden names only when asked for', () => {
  const entries = [entry('b10'), entry('b9'), entry('.rc'), entry('z', 'directory')];
  const shown = { isAllShown: false, filter: '' };
  expect(sortEntries(entries, shown).map(({ name }) => name)).toEqual(['z', 'b9', 'b10']);
  expect(sortEntries(entries, { ...shown, isAllShown: true })).toHaveLength(4);
  expect(sortEntries(entries, { ...shown, filter: 'B1' }).map(({ name }) => name)).toEqual(['b10']);
});

test.each([
  [0, '0 B'],
  [512, '512 B'],
  [1536, '1.5 KiB'],
  [40 * 1024 ** 2, '40 MiB'],
  [5 * 1024 ** 5, '5120 TiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(printSize(bytes)).toBe(text);
});
