import { expect, test } from 'vitest';
import { countChanges } from '../sides/countChanges.ts';
import { compareRows } from './compareRows.ts';

const file = (path: string) => ({ path, change: 'changed' as const });
const many = Array.from({ length: 30 }, (_, index) => file(`/usr/share/doc/${index}`));
const folders = [
  { path: '/etc', count: 2 },
  { path: '/etc/nginx', count: 1 },
  { path: '/usr/share', count: 30 },
];

test('a few files are shown as they are', () => {
  expect(compareRows({ files: [file('/etc/motd')], folders }, new Set())).toEqual([
    { kind: 'file', file: file('/etc/motd') },
  ]);
});

test('many are folders with counts, and an open one shows its own files', () => {
  const files = [...many, file('/etc/motd'), file('/etc/nginx/nginx.conf')];
  const closed = compareRows({ files, folders }, new Set());
  expect(closed.map((row) => row.kind === 'folder' && row.count)).toEqual([2, 1, 30]);
  const open = compareRows({ files, folders }, new Set(['/etc/nginx']));
  expect(open[2]).toEqual({ kind: 'file', file: file('/etc/nginx/nginx.conf') });
  expect(open).toHaveLength(4);
});

test('what would change is counted by element', () => {
  const change = (element: string, action: 'create' | 'change' | 'restart' | 'remove') => ({
    element,
    action,
    message: '',
    destroysData: false,
  });
  const changes = [change('web', 'change'), change('web', 'restart'), change('db', 'create')];
  expect(countChanges(changes)).toEqual({ edited: 1, new: 1, removed: 0 });
});
