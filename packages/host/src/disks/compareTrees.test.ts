import { expect, test } from 'vitest';
import { compareTrees } from './compareTrees.ts';
import { createTreeReader, type Tree } from './treeEntry.ts';

const root = 'd 755 0 0 100 1.0 256 1.0 ';
const file = 'f 644 0 0 12 100.5 300 100.5 ';

function tree(entries: Readonly<Record<string, string>>): Tree {
  return new Map([['', root], ...Object.entries(entries)]);
}

const changeOf = (before: string, after: string) =>
  compareTrees(tree({ x: before }), tree({ x: after })).map(({ change }) => change);

test('a tree and its copy have no difference', () => {
  const both = tree({ etc: 'd 755 0 0 10 1.0 257 1.0 ', 'etc/hosts': file });
  expect(compareTrees(both, new Map(both))).toEqual([]);
});

test.each([
  ['its rights', 'f 600 0 0 12 100.5 300 101.0 ', ['changed']],
  ['its owner', 'f 644 1000 0 12 100.5 300 101.0 ', ['changed']],
  ['its group', 'f 644 0 1000 12 100.5 300 101.0 ', ['changed']],
  ['its size', 'f 644 0 0 13 101.0 300 101.0 ', ['changed']],
  ['its kind', 'l 777 0 0 12 100.5 300 101.0 /etc', ['changed']],
  ['its time', 'f 644 0 0 12 101.0 300 101.0 ', ['unclear']],
  ['its number alone, as in a copy by files', 'f 644 0 0 12 100.5 999 900.0 ', []],
])('a file that changed in %s is told', (_, after, expected) => {
  expect(changeOf(file, after)).toEqual(expected);
});

test('a link that leads elsewhere changed, though it has the same length', () => {
  expect(changeOf('l 777 0 0 4 1.0 9 1.0 /one', 'l 777 0 0 4 1.0 9 2.0 /two')).toEqual(['changed']);
});

test('a folder counts for its own rights, and not for what it holds', () => {
  const folder = 'd 755 0 0 10 1.0 257 1.0 ';
  const before = tree({ home: folder, 'home/old': file });
  const after = tree({ home: 'd 755 0 0 20 2.0 257 2.0 ', 'home/new': file });
  expect(compareTrees(before, after)).toEqual([
    { path: 'home/new', change: 'added', sizeBytes: 12 },
    { path: 'home/old', change: 'removed' },
  ]);
  expect(changeOf(folder, 'd 700 0 0 10 1.0 257 2.0 ')).toEqual(['changed']);
});

test('a folder that came or went is told by its files, or by itself when it is empty', () => {
  const folder = 'd 755 0 0 10 1.0 257 1.0 ';
  const full = tree({ a: folder, 'a/b': folder, 'a/b/c': file, empty: folder });
  expect(compareTrees(tree({}), full).map(({ path }) => path)).toEqual(['a/b/c', 'empty']);
  expect(compareTrees(full, tree({})).map(({ path }) => path)).toEqual(['a/b/c', 'empty']);
});

test('owners are compared as seen inside, wherever the range of each container begins', () => {
  const at = (first: number, uid: number): Tree =>
    new Map([
      ['', `d 755 ${first} ${first} 100 1.0 256 1.0 `],
      ['x', `f 644 ${first + uid} ${first} 12 100.5 300 100.5 `],
    ]);
  expect(compareTrees(at(1_065_536, 1000), at(1_131_072, 1000))).toEqual([]);
  expect(compareTrees(at(0, 1000), at(1_131_072, 1000))).toEqual([]);
  expect(compareTrees(at(1_065_536, 1000), at(1_131_072, 1001))).toMatchObject([{ path: 'x' }]);
  // The same bytes on the disk, and another owner inside.
  expect(compareTrees(at(1_065_536, 65_536), at(1_131_072, 0))).toMatchObject([{ path: 'x' }]);
});

test('paths are read whole, however they are cut and whatever they hold', () => {
  const reader = createTreeReader();
  const entries = { '': root, 'a b\nc d': file, link: 'l 777 0 0 4 1.0 9 1.0 a b' };
  const text = Object.entries(entries)
    .map(([path, line]) => `${path}\0${line}\0`)
    .join('');
  for (const character of text) reader.add(character);
  expect(Object.fromEntries(reader.tree)).toEqual(entries);
});
