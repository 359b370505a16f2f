import type { RunLogLine } from '@labcast/api-client';
import { expect, test } from 'vitest';
import { errorRows, findRows, logRows, printLog } from './logRows.ts';

let id = 0;
const line = (message: string, more: Partial<RunLogLine> = {}): RunLogLine => ({
  id: String((id += 1)),
  at: '2026-11-27T12:04:31.200Z',
  stage: 'rehearse',
  attempt: 1,
  level: 'info',
  message,
  ...more,
});
const lines = [
  line('Making 2 copies'),
  line('ready', { copy: 1 }),
  line('nginx is not running', { copy: 1, level: 'error', element: 'web' }),
  line('ready', { copy: 2 }),
  line('Removed both'),
];
const key = lines[1]?.id ?? '';

test('lines about one copy come under its heading, others under none', () => {
  const rows = logRows(lines, new Set());
  expect(rows.map((row) => (row.kind === 'fold' ? `copy ${row.title}` : row.number))).toEqual([
    1,
    'copy 1',
    2,
    3,
    'copy 2',
    4,
    5,
  ]);
});

test('folding hides the lines and keeps the numbers of the others', () => {
  const rows = logRows(lines, new Set([key]));
  expect(rows.flatMap((row) => (row.kind === 'line' ? [row.number] : []))).toEqual([1, 4, 5]);
  expect(rows[1]).toMatchObject({ kind: 'fold', count: 2, isFolded: true, hasError: true });
});

test('an error is found where it is, or at the heading that hides it', () => {
  expect(errorRows(logRows(lines, new Set()))).toEqual([3]);
  expect(errorRows(logRows(lines, new Set([key])))).toEqual([1]);
});

test('finding looks at messages and elements', () => {
  const rows = logRows(lines, new Set());
  expect(findRows(rows, 'READY')).toEqual([2, 5]);
  expect(findRows(rows, 'web')).toEqual([3]);
  expect(findRows(rows, '  ')).toEqual([]);
});

test('as a file each line says when, where and what', () => {
  expect(printLog(lines.slice(2, 3))).toBe(
    '2026-11-27T12:04:31.200Z  rehearse#1  copy 1  web  error  nginx is not running\n',
  );
});
