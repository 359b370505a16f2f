import type { CourseMember, PersonId } from '@labcast/store';
import { expect, test } from 'vitest';
import { describeWaiting } from './describeWaiting.ts';

function member(login: string, more: Partial<CourseMember> = {}): CourseMember {
  const at = new Date('2026-01-02T03:04:05Z');
  const id = `id-${login}` as PersonId;
  const person = { id, login, name: login, isAdministrator: false, isInvited: true, createdAt: at };
  return { person, role: 'student', since: at, isOurs: true, ...more };
}

const roster = [
  member('ada', { section: 'A' }),
  member('bea'),
  member('cem', { team: 'Red' }),
  member('dana', { team: 'Red' }),
  member('teacher', { role: 'instructor' }),
];

test('before anything is deployed, all students of the course wait, those of a team together', () => {
  const waiting = describeWaiting(roster, []);
  expect(waiting.map(({ people }) => people.map(({ name }) => name))).toEqual([
    ['ada'],
    ['bea'],
    ['cem', 'dana'],
  ]);
  expect(waiting.every(({ state, id }) => state === 'not-deployed' && id === undefined)).toBe(true);
  expect(waiting.map(({ section, team }) => section ?? team)).toEqual(['A', undefined, 'Red']);
});

test('who has an environment does not wait', () => {
  const waiting = describeWaiting(roster, [{ name: 'ada' }, { name: '01' }]);
  expect(waiting.map(({ environment }) => environment)).not.toContain('ada');
  expect(waiting).toHaveLength(2);
});
