import type { StudentView } from '@labcast/api-client';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { describeStudent, nameOf } from './describeStudent.ts';
import { filterStudents, listSections } from './filterStudents.ts';
import { countGroups, groupOf } from './groupOf.ts';
import { keepOrder } from './keepOrder.ts';
import { extended, onlyShown, toggled } from './selection.ts';
import { sortStudents } from './sortStudents.ts';
import { lookOf } from './studentLooks.ts';
import { tileSizeFor } from './tileSize.ts';
import { walkGrid } from './walkGrid.ts';

const now = Date.UTC(2026, 10, 27, 12);
const student = (environment: string, more: Partial<StudentView> = {}): StudentView => ({
  environment,
  people: [],
  state: 'ready',
  checks: { passed: 0, total: 0 },
  extraMinutes: 0,
  ...more,
});
const names = (students: readonly StudentView[]) => students.map(({ environment }) => environment);
const help = (minute: string) => ({ since: `2026-11-27T11:${minute}:00Z`, message: '' });

test('who needs somebody comes first: the longest raised hand, failures, the stuck; idle ones and empty places last', () => {
  const students = [
    student('10'),
    student('9'),
    student('1', { state: 'not-deployed' }),
    student('2', { attention: 'idle' }),
    student('3', { attention: 'stuck' }),
    student('4', { state: 'failed' }),
    student('5', { attention: 'help', help: help('58') }),
    student('6', { attention: 'help', help: help('40') }),
  ];
  expect(names(sortStudents(students, 'needs'))).toEqual(['6', '5', '4', '3', '9', '10', '2', '1']);
});

test('names are sorted as numbers, progress by part, and the longest away first', () => {
  const students = [
    student('10', { checks: { passed: 1, total: 9 }, lastSeen: '2026-11-27T11:00:00Z' }),
    student('9', { checks: { passed: 9, total: 9 }, lastSeen: '2026-11-27T09:00:00Z' }),
  ];
  expect(names(sortStudents(students, 'name'))).toEqual(['9', '10']);
  expect(names(sortStudents(students, 'progress'))).toEqual(['10', '9']);
  expect(names(sortStudents(students, 'seen'))).toEqual(['9', '10']);
});

test('each student counts in one group', () => {
  const students = [
    student('1', { attention: 'help' }),
    student('2', { attention: 'stuck', state: 'ready' }),
    student('3', { state: 'failed', attention: 'failed' }),
    student('4', { state: 'starting' }),
    student('5', { attention: 'idle' }),
    student('6', { state: 'frozen', attention: 'idle' }),
  ];
  expect(students.map(groupOf)).toEqual(['help', 'help', 'failed', 'starting', 'idle', 'frozen']);
  expect([...countGroups(students).values()].reduce((sum, count) => sum + count)).toBe(6);
});

test('a filter looks at state, section, and all that somebody is called', () => {
  const students = [
    student('07', { people: [{ id: 'a', name: 'Ḥasan Ünal', login: 'hu' }], section: 'A' }),
    student('08', { section: 'B', team: 'Reds', state: 'failed' }),
    student('09', { section: 'B' }),
  ];
  const all = { groups: [], text: '' };
  expect(names(filterStudents(students, all))).toEqual(['07', '08', '09']);
  expect(names(filterStudents(students, { ...all, text: ' ünal' }))).toEqual(['07']);
  expect(names(filterStudents(students, { ...all, text: 'reds' }))).toEqual(['08']);
  expect(names(filterStudents(students, { ...all, section: 'B' }))).toEqual(['08', '09']);
  expect(names(filterStudents(students, { ...all, groups: ['failed'] }))).toEqual(['08']);
  expect(listSections(students)).toEqual(['A', 'B']);
});

test('nobody moves while one looks: what moved is counted, what is new comes last, what went leaves no gap', () => {
  expect(keepOrder(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual({ order: ['a', 'b', 'c'], moved: 1 });
  expect(keepOrder(['a', 'b', 'c'], ['d', 'a', 'c'])).toEqual({ order: ['a', 'c', 'd'], moved: 1 });
  expect(keepOrder([], ['b', 'a'])).toEqual({ order: ['b', 'a'], moved: 0 });
});

test('an order that is kept has everybody in it once', () => {
  const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (shown, wanted) => {
      const { order, moved } = keepOrder(shown, wanted);
      expect(order.toSorted()).toEqual(wanted.toSorted());
      expect(moved === 0).toBe(order.every((name, index) => name === wanted[index]));
    }),
  );
});

test('the more students, the smaller their tiles', () => {
  expect([1, 40, 41, 120, 121, 300].map(tileSizeFor)).toEqual([
    'large',
    'large',
    'medium',
    'medium',
    'compact',
    'compact',
  ]);
});

test('arrows walk the grid and stop at its edges', () => {
  const grid = { columns: 4, count: 10 };
  expect(walkGrid('ArrowRight', 3, grid)).toBe(4);
  expect(walkGrid('ArrowLeft', 0, grid)).toBe(0);
  expect(walkGrid('ArrowDown', 5, grid)).toBe(9);
  expect(walkGrid('ArrowDown', 8, grid)).toBe(8);
  expect(walkGrid('ArrowUp', 5, grid)).toBe(1);
  expect(walkGrid('End', 2, grid)).toBe(9);
});

test('a selection grows, shrinks, and loses what is not shown', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  expect(extended(['x'], ['a', 'b', 'c', 'd'], ['c', 'a'])).toEqual(['x', 'a', 'b', 'c']);
  expect(onlyShown(['a', 'b'], ['b', 'c'])).toEqual({ kept: ['b'], leftOut: 1 });
});

test('a tile says what is the matter, with since when', () => {
  const asking = student('1', {
    attention: 'help',
    help: { since: '2026-11-27T11:58:00Z', message: 'nginx does not start' },
  });
  expect(describeStudent(asking, now)).toMatchObject({
    word: 'asks for help',
    note: 'nginx does not start, 2 min ago',
  });
  const failing = { name: 'page answers', times: 3 };
  const stuck = student('2', { attention: 'stuck', checks: { passed: 4, total: 9, failing } });
  expect(describeStudent(stuck, now).note).toBe('"page answers" failed 3 times');
  const starting = student('3', {
    state: 'starting',
    step: 'Copy the disks',
    stepStartedAt: '2026-11-27T11:59:56Z',
  });
  expect(describeStudent(starting, now)).toMatchObject({
    word: 'starting',
    note: 'Copy the disks, 4 s',
  });
  expect(describeStudent(student('4', { state: 'failed', reason: 'No room.' }), now)).toMatchObject(
    {
      word: 'failed',
      note: 'No room.',
    },
  );
  expect(describeStudent(student('5'), now)).toEqual({
    word: 'ready',
    note: '',
    seen: 'never here',
  });
});

test('no two things that matter look the same without colour', () => {
  const looks = [
    student('1', { attention: 'help' }),
    student('2', { state: 'failed' }),
    student('3', { attention: 'stuck' }),
    student('4'),
    student('5', { state: 'starting' }),
    student('6', { state: 'frozen' }),
    student('7', { state: 'not-deployed' }),
    student('8', { attention: 'idle' }),
  ].map(lookOf);
  expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
});

test('a place that is nobody’s is called by its number', () => {
  expect(nameOf(student('07'))).toBe('07');
  const people = [
    { id: 'a', name: 'Ana', login: 'ana' },
    { id: 'b', name: 'Bo', login: 'bo' },
  ];
  expect(nameOf(student('ana', { people }))).toBe('Ana, Bo');
});
