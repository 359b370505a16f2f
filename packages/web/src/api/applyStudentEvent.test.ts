import type { ClassView, EnvironmentView } from '@labcast/api-client';
import { expect, test } from 'vitest';
import { applyStudentEvent } from './applyStudentEvent.ts';

const nobody = { people: [], extraMinutes: 0 };
const shown: ClassView = {
  assignment: 'firewall',
  policy: {},
  students: [
    { ...nobody, environment: '01', state: 'ready', checks: { passed: 4, total: 9 } },
    { ...nobody, environment: '02', state: 'starting', checks: { passed: 0, total: 9 }, step: 'A' },
  ],
};
const told = (environment: string, status: Partial<EnvironmentView['status']>) =>
  ({
    environment,
    role: 'student',
    status: { state: 'ready', conditions: [], elements: [], steps: [], attempts: 0, ...status },
  }) as unknown as EnvironmentView;

test('one student changes and the others stay the same objects', () => {
  const next = applyStudentEvent(
    shown,
    told('01', { state: 'failed', lastError: { code: 'x', message: 'No room.', at: '' } }),
  );
  expect(next.students[0]).toMatchObject({ state: 'failed', reason: 'No room.' });
  expect(next.students[0]?.checks).toEqual({ passed: 4, total: 9 });
  expect(next.students[1]).toBe(shown.students[1]);
});

test('a step that ended is not shown any more', () => {
  const next = applyStudentEvent(shown, told('02', { state: 'ready' }));
  expect(next.students[1]).toMatchObject({ state: 'ready' });
  expect(next.students[1]).not.toHaveProperty('step');
});

test('what says nothing new, and what is about somebody else, changes nothing', () => {
  expect(applyStudentEvent(shown, told('01', {}))).toBe(shown);
  expect(applyStudentEvent(shown, told('99', { state: 'failed' }))).toBe(shown);
});
