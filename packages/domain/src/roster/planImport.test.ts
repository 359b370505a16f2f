import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planImport } from './planImport.ts';
import type { ImportPlan, RosterMember } from './planImport.ts';

const lines = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells, index) => ({ line: index + 1, cells }));

const member = (login: string, more: Partial<RosterMember> = {}): RosterMember => ({
  id: `id-${login}`,
  login,
  name: login,
  role: 'student',
  mayRename: true,
  ...more,
});

/** Everybody who has an account is in the course, unless `accounts` says otherwise. */
const plan = (
  rows: readonly (readonly string[])[],
  members: readonly RosterMember[] = [],
  accounts: readonly RosterMember[] = [],
) => planImport(lines(...rows), { members, accounts: [...members, ...accounts] });

const header = ['Name', 'E-mail', 'ID', 'Section', 'Group'];
const changesOf = ({ people }: ImportPlan) => people.map(({ change }) => change);

/** The course after the plan was carried out. */
function carryOut({ people }: ImportPlan, members: readonly RosterMember[]): RosterMember[] {
  const planned = people.map((person) => ({
    ...person,
    id: person.id ?? `id-${person.login}`,
    mayRename: true,
  }));
  const ids = new Set(planned.map(({ id }) => id));
  return [...members.filter(({ id }) => !ids.has(id)), ...planned];
}

test('an empty course gets everybody, and the same file once more changes nothing', () => {
  const rows = [
    header,
    ['Ada Lovelace', 'Ada@school.example', '17', 'A', 'Red'],
    ['محمد الفارسي', 'm.farsi@school.example', '18', 'B', ''],
    ['山田 太郎', '山田@学校.example', '019', '', ''],
    ['Zoë O’Brien', "o'brien@school.example", '', 'A', ''],
  ];
  const first = plan(rows);
  expect(first.problems).toEqual([]);
  expect(changesOf(first)).toEqual(['new', 'new', 'new', 'new']);
  expect(first.people[0]).toMatchObject({ login: 'ada@school.example', section: 'A', team: 'Red' });
  expect(first.people[2]).toMatchObject({ name: '山田 太郎', studentNumber: '019' });
  expect(first.people[3]?.login).toBe('obrien@school.example');
  const again = plan(rows, carryOut(first, []));
  expect(changesOf(again)).toEqual(Array(4).fill('unchanged'));
  expect(again.missing).toEqual([]);
});

test('what a second file says otherwise is a change, with what was before', () => {
  const ada = member('ada', { name: 'Ada', email: 'ada@x.example', section: 'A', team: 'Red' });
  const { people } = plan([header, ['Ada L.', 'ADA@x.example', '7', 'B', '']], [ada]);
  expect(people).toMatchObject([{ id: 'id-ada', change: 'changed', login: 'ada' }]);
  expect(people[0]?.fields).toEqual([
    { field: 'name', before: 'Ada', after: 'Ada L.' },
    { field: 'email', before: 'ada@x.example', after: 'ADA@x.example' },
    { field: 'section', before: 'A', after: 'B' },
    { field: 'team', before: 'Red' },
    { field: 'studentNumber', after: '7' },
  ]);
});

test('a column that the file has not leaves everything as it is', () => {
  const ada = member('ada', { email: 'ada@x.example', section: 'A', studentNumber: '7' });
  const { people } = plan(
    [
      ['name', 'email'],
      ['ada', 'ada@x.example'],
    ],
    [ada],
  );
  expect(people).toMatchObject([{ change: 'unchanged', section: 'A', studentNumber: '7' }]);
});

test('somebody with a password is not renamed, and an instructor stays one', () => {
  const ada = member('ada', { email: 'a@x.example', mayRename: false, role: 'instructor' });
  const { people } = plan(
    [
      ['name', 'email'],
      ['Eve', 'a@x.example'],
    ],
    [ada],
  );
  expect(people).toMatchObject([{ change: 'unchanged', name: 'ada', role: 'instructor' }]);
});

test('an account from elsewhere on the server is taken into the course, and only with its own e-mail', () => {
  const elsewhere = [member('ada', { email: 'a@x.example' })];
  const rows = (email: string) => [
    ['name', 'login', 'email'],
    ['Ada', 'ada', email],
  ];
  expect(plan(rows('A@x.example'), [], elsewhere).people).toMatchObject([
    { change: 'new', id: 'id-ada' },
  ]);
  const other = plan(rows('eve@x.example'), [], elsewhere);
  expect(other.people).toEqual([]);
  expect(other.problems).toMatchObject([{ line: 2, message: "The login ada is somebody else's." }]);
});

test('a new e-mail of a known student number is a change, not somebody new', () => {
  const ada = member('ada', { email: 'old@x.example', studentNumber: '7' });
  const { people } = plan([header, ['ada', 'new@x.example', '7', '', '']], [ada]);
  expect(people).toMatchObject([{ change: 'changed', id: 'id-ada', email: 'new@x.example' }]);
});

test('students whom the file does not name are told, also when their line has a mistake', () => {
  const members = [
    member('ada', { email: 'ada@x.example' }),
    member('bob', { email: 'bob@x.example' }),
    member('teacher', { role: 'instructor' }),
  ];
  const { missing } = plan([header, ['Ada', 'ada@x.example', '', '', '']], members);
  expect(missing.map(({ login }) => login)).toEqual(['bob']);
});

test('every mistake is told by its line, and the other lines are planned', () => {
  const { people, problems } = plan([
    header,
    ['Ada', 'ada@x.example', '3', 'A', ''],
    ['Bob', '', '4', 'A', ''],
    ['', 'nobody', '5', 'x'.repeat(61), ''],
    ['Eve', 'eve@x.example', '3', 'A', ''],
    ['Ada again', 'ADA@X.example', '9', 'A', ''],
    ['Too', 'many@x.example', '10', 'A', 'Red', 'Smith'],
    ['Dan', 'dan@x.example', '11', 'B', ''],
  ]);
  expect(people.map(({ name }) => name)).toEqual(['Ada', 'Dan']);
  expect(problems).toEqual([
    { line: 3, message: 'E-mail is missing.' },
    { line: 4, message: 'Name is missing.' },
    { line: 4, message: '"nobody" is no e-mail address.' },
    { line: 4, message: 'Section has more than 60 characters.' },
    { line: 5, message: 'Same student number as line 2.' },
    { line: 6, message: 'Same e-mail as line 2.' },
    { line: 7, message: 'The line has 6 fields, and the first line names 5.' },
  ]);
});

test('a student number is not given to two people, but two may exchange theirs', () => {
  const members = [
    member('ada', { email: 'ada@x.example', studentNumber: '1' }),
    member('bob', { email: 'bob@x.example', studentNumber: '2' }),
  ];
  const taken = plan([header, ['Ada', 'ada@x.example', '2', '', '']], members);
  expect(taken.problems).toMatchObject([{ line: 2, message: 'Student number 2 is that of bob.' }]);
  const exchanged = plan(
    [header, ['ada', 'ada@x.example', '2', '', ''], ['bob', 'bob@x.example', '1', '', '']],
    members,
  );
  expect(exchanged.problems).toEqual([]);
  expect(changesOf(exchanged)).toEqual(['changed', 'changed']);
});

test.each([
  [[], 'The file is empty.'],
  [[['', ' ']], 'The file is empty.'],
  [[['Ada', 'ada@x.example']], 'none is called name and none e-mail'],
  [[['name', 'section']], 'none is called e-mail'],
  [[['name', 'email', 'mail']], 'Two columns mean the same'],
])('of %j nothing is planned', (rows, message) => {
  const { people, problems, missing } = plan(rows, [member('ada')]);
  expect(people).toEqual([]);
  expect(missing).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(message);
});

test('first and last names are put together, and columns that mean nothing are told', () => {
  const { people, ignored } = plan([
    ['First name', 'Surname', 'Username', 'Favourite colour', 'Role'],
    ['Ada', 'Lovelace', 'ADA', 'blue', 'Assistant'],
  ]);
  expect(people).toMatchObject([{ name: 'Ada Lovelace', login: 'ada', role: 'assistant' }]);
  expect(ignored).toEqual(['Favourite colour']);
});

test('a roster of 2,000 in any script is planned once, and its second time changes nothing', () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => {
    const name = ['Ada', '山田', 'محمد', 'Ζωή', 'Ада'][index % 5] ?? '';
    return [`${name} ${index}`, `${name}${index}@x.example`, String(index), 'ABC'[index % 3]!, ''];
  });
  const first = plan([header, ...rows]);
  expect(first.problems).toEqual([]);
  expect(first.people).toHaveLength(2_000);
  const after = carryOut(first, []);
  expect(new Set(changesOf(plan([header, ...rows.toReversed()], after)))).toEqual(
    new Set(['unchanged']),
  );
});

test('whatever the file, carrying it out and planning again changes nothing more', () => {
  const cell = fc.constantFrom('', 'a', 'b', '1', '2');
  const row = fc.tuple(
    fc.constantFrom('Ada', 'Bob', ''),
    fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', ''),
    cell,
    cell,
    cell,
  );
  const someone = fc.record({
    login: fc.constantFrom('a', 'b', 'a@x.example'),
    email: fc.constantFrom('a@x.example', 'b@x.example', 'd@x.example'),
    studentNumber: fc.constantFrom('1', '2', '3'),
  });
  const anyMembers = fc
    .uniqueArray(someone, {
      comparator: (one, other) =>
        one.login === other.login || one.studentNumber === other.studentNumber,
    })
    .map((all) => all.map(({ login, ...more }) => member(login, more)));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), anyMembers, (rows, members) => {
      const first = plan([header, ...rows], members);
      const after = carryOut(first, members);
      const numbers = after.flatMap(({ studentNumber }) => studentNumber ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
      const bad = new Set(first.problems.map(({ line }) => line));
      const good = rows.filter((_, index) => !bad.has(index + 2));
      const again = plan([header, ...good], after);
      expect(again.people.filter(({ change }) => change !== 'unchanged')).toEqual([]);
    }),
  );
});
