import { describe, expect, test } from 'vitest';
import { permissions } from './accessTable.ts';
import type { Permission } from './accessTable.ts';
import { decideAccess } from './decideAccess.ts';
import type { Caller, CourseRole, Scope } from './roles.ts';

const everything: readonly Scope[] = ['admin'];
const member = (role: CourseRole, courseId = 'mine'): Caller => ({
  isAdministrator: false,
  roles: new Map([[courseId, role]]),
  owns: new Set(),
  scopes: everything,
});
const callers = {
  nobody: undefined,
  stranger: { isAdministrator: false, roles: new Map(), owns: new Set(), scopes: everything },
  elsewhere: member('instructor', 'other'),
  student: member('student'),
  owner: { ...member('student'), owns: new Set(['of-07']) },
  formerOwner: { ...member('student', 'other'), owns: new Set(['of-07']) },
  assistant: member('assistant'),
  instructor: member('instructor'),
  administrator: { isAdministrator: true, roles: new Map(), owns: new Set(), scopes: everything },
} satisfies Record<string, Caller | undefined>;
type Name = keyof typeof callers;

/** Who may, of the callers above, with a thing of the course `mine`; written a second time and by hand, on purpose. */
const all: Name[] = Object.keys(callers) as Name[];
const signedIn = all.filter((name) => name !== 'nobody');
const teachers: Name[] = ['elsewhere', 'instructor', 'administrator'];
const instructors: Name[] = ['instructor', 'administrator'];
const staff: Name[] = ['assistant', ...instructors];
const expected: Record<Permission, Name[]> = {
  'server:ask': all,
  'server:measure': ['administrator'],
  'server:sweep': ['administrator'],
  'page:view': all,
  'session:view': all,
  'session:begin': all,
  'session:end': signedIn,
  'account:view': signedIn,
  'account:change': signedIn,
  'people:view': ['administrator'],
  'people:change': ['administrator'],
  'ledger:view': ['administrator'],
  'audit:view': ['administrator'],
  'catalogue:view': signedIn,
  'type:save': teachers,
  'type:remove': teachers,
  'image:upload': teachers,
  'capacity:view': teachers,
  'capacity:share': ['administrator'],
  'event:watch': signedIn,
  'course:list': signedIn,
  'course:create': teachers,
  'course:join': signedIn,
  'course:view': ['student', 'owner', ...staff],
  'course:change': instructors,
  'course:remove': instructors,
  'roster:view': staff,
  'roster:change': instructors,
  'assignment:list': signedIn,
  'assignment:createOutside': ['administrator'],
  'assignment:create': instructors,
  'assignment:view': staff,
  'assignment:change': instructors,
  'assignment:remove': instructors,
  'class:view': staff,
  'class:help': staff,
  'class:rule': instructors,
  'lab:list': signedIn,
  'environment:view': [...staff, 'owner'],
  'environment:readBlueprint': staff,
  'environment:change': instructors,
  'environment:operate': [...staff, 'owner'],
  'environment:reset': [...staff, 'owner'],
  'environment:check': [...staff, 'owner'],
  'environment:askHelp': ['owner', 'administrator'],
  'environment:answerHelp': [...staff, 'owner'],
  'environment:enter': [...staff, 'owner'],
  'environment:reach': [...instructors, 'owner'],
  'environment:takeOut': [...instructors, 'owner'],
  'environment:enterGateway': ['administrator'],
};

/** The environment of a student in the course `mine`, or what else is in that course. */
const ofStudent = { courseId: 'mine', environment: { id: 'of-07', role: 'student' } };
const dev = { courseId: 'mine', environment: { id: 'of-dev', role: 'dev' } };

test('the table has exactly these permissions', () => {
  expect([...permissions].sort()).toEqual(Object.keys(expected).sort());
});

describe.each(permissions)('%s', (permission) => {
  test.each(all)('is decided for %s', (name) => {
    const decision = decideAccess(callers[name], permission, ofStudent);
    expect(decision.permitted).toBe(expected[permission].includes(name));
  });
});

test('what belongs to no course is hidden from all but administrators', () => {
  const ofCourses = permissions.filter((one) =>
    /^roster:|^environment:(view|change|enter)$|^assignment:view/.test(one),
  );
  for (const permission of ofCourses) {
    for (const name of ['stranger', 'elsewhere', 'student', 'assistant', 'instructor'] as const) {
      const decision = decideAccess(callers[name], permission);
      expect(decision, `${permission} ${name}`).toEqual({ permitted: false, why: 'hidden' });
    }
    expect(decideAccess(callers.administrator, permission).permitted).toBe(true);
  }
});

test("another course's things are hidden, one's own are refused with the role that is needed", () => {
  const change = (name: Name) => decideAccess(callers[name], 'environment:change', ofStudent);
  expect(change('elsewhere')).toMatchObject({ why: 'hidden' });
  expect(change('assistant')).toMatchObject({ why: 'role', needed: ['instructor'] });
  expect(change('owner')).toMatchObject({ why: 'role', needed: ['instructor'] });
});

test("students do not learn of each other's environments, nor of the instructor's", () => {
  const ofEnvironments = permissions.filter((one) => one.startsWith('environment:'));
  for (const permission of ofEnvironments) {
    const decide = (name: Name, thing: typeof dev | { courseId: string }) =>
      decideAccess(callers[name], permission, thing);
    for (const thing of [dev, { courseId: 'mine' }]) {
      expect(decide('owner', thing), permission).toEqual({ permitted: false, why: 'hidden' });
    }
    expect(decide('student', ofStudent), permission).toEqual({ permitted: false, why: 'hidden' });
  }
});

test('assistants look after students, and keep out of the labs of instructors', () => {
  const may = (permission: Permission, thing: typeof dev) =>
    decideAccess(callers.assistant, permission, thing).permitted;
  const prod = { courseId: 'mine', environment: { id: 'of-prod', role: 'prod' } };
  for (const action of ['enter', 'operate', 'reset', 'check'] as const) {
    expect(may(`environment:${action}`, ofStudent)).toBe(true);
    expect([may(`environment:${action}`, dev), may(`environment:${action}`, prod)]).toEqual([
      false,
      false,
    ]);
  }
});

test('an environment outside of courses is open to its owner', () => {
  const thing = { environment: ofStudent.environment };
  expect(decideAccess(callers.owner, 'environment:enter', thing).permitted).toBe(true);
  expect(decideAccess(callers.stranger, 'environment:enter', thing).permitted).toBe(false);
});

test('what the table does not know nobody may do', () => {
  for (const made of ['environment:destroyAll', 'toString:call', 'environment:toString', '', ':']) {
    expect(decideAccess(callers.administrator, made as Permission, ofStudent).permitted).toBe(
      false,
    );
  }
});

test('a token may do no more than its scope says', () => {
  const by = (scope: Scope) => ({ ...callers.administrator, scopes: [scope] });
  const may = (scope: Scope, permission: Permission) =>
    decideAccess(by(scope), permission, ofStudent).permitted;
  expect([may('read', 'environment:view'), may('read', 'environment:enter')]).toEqual([
    true,
    false,
  ]);
  expect([may('write', 'environment:enter'), may('write', 'people:change')]).toEqual([true, false]);
  expect(may('admin', 'people:change')).toBe(true);
  expect(decideAccess({ ...by('admin'), scopes: [] }, 'environment:view').permitted).toBe(false);
});

describe('by the clock', () => {
  const at = (environment: object) => ({
    courseId: 'mine',
    environment: { id: 'of-07', role: 'student', ...environment },
  });
  const opensAt = new Date('2026-12-01T09:00:00Z');
  const notYet = at({ doors: { state: 'not-yet', opensAt } });
  const closed = at({ doors: { state: 'closed' } });
  const exam = at({ doors: { state: 'open' }, isInExam: true });
  const behind: Permission[] = [
    ...(['operate', 'reset', 'check', 'enter', 'reach', 'takeOut'] as const),
  ].map((action) => `environment:${action}` as const);

  test.each(behind)('the owner is kept out before and after: %s', (permission) => {
    const decide = (thing: typeof notYet) => decideAccess(callers.owner, permission, thing);
    expect(decide(notYet)).toEqual({ permitted: false, why: 'not-yet', opensAt });
    expect(decide(closed)).toEqual({ permitted: false, why: 'closed' });
  });

  test('the lab can be seen, and help be asked for, all the same', () => {
    for (const thing of [notYet, closed, exam]) {
      expect(decideAccess(callers.owner, 'environment:view', thing).permitted).toBe(true);
      expect(decideAccess(callers.owner, 'environment:askHelp', thing).permitted).toBe(true);
    }
  });

  test('those who teach prepare it before and look at it after', () => {
    const teaches = { ...callers.instructor, owns: new Set(['of-07']) };
    for (const permission of behind) {
      for (const thing of [notYet, closed, exam]) {
        for (const caller of [callers.instructor, callers.administrator, teaches])
          expect(decideAccess(caller, permission, thing).permitted, permission).toBe(true);
      }
    }
    expect(decideAccess(callers.assistant, 'environment:operate', notYet).permitted).toBe(true);
  });

  test('in an exam the owner works, and takes nothing out', () => {
    const may = (permission: Permission) => decideAccess(callers.owner, permission, exam);
    expect(may('environment:enter').permitted).toBe(true);
    expect(may('environment:reach').permitted).toBe(true);
    expect(may('environment:takeOut')).toEqual({ permitted: false, why: 'exam' });
  });

  test('a stranger learns nothing of the doors', () => {
    for (const permission of behind)
      expect(decideAccess(callers.student, permission, notYet)).toMatchObject({ why: 'hidden' });
  });
});
