import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf } from './placesOf.ts';
import type { PlaceMember } from './placesOf.ts';

const student = (login: string, more: Partial<PlaceMember> = {}): PlaceMember => ({
  id: `id of ${login}`,
  login,
  role: 'student',
  ...more,
});

test('each student has a place, and those of a team of a section share one', () => {
  const roster = [
    student('zoe', { section: 'A', team: 'Red' }),
    student('ada', { section: 'A', team: 'Red' }),
    student('bob', { section: 'B', team: 'Red' }),
    student('grace@school.example', { section: 'B' }),
    student('teacher', { role: 'instructor' }),
  ];
  expect(placesOf(roster)).toEqual([
    { name: 'a-red', owners: ['id of ada', 'id of zoe'], section: 'A', team: 'Red' },
    { name: 'b-red', owners: ['id of bob'], section: 'B', team: 'Red' },
    { name: 'grace-school-example', owners: ['id of grace@school.example'], section: 'B' },
  ]);
  expect(placesOf(roster, { section: 'B' }).map(({ name }) => name)).toEqual([
    'b-red',
    'grace-school-example',
  ]);
});

test('names that are taken, empty or read alike are told apart', () => {
  const names = placesOf(
    ['dev', '07', 'c14', '山田', 'محمد', 'a.b', 'a-b'].map((one) => student(one)),
  )
    .map(({ name }) => name)
    .sort();
  for (const taken of ['dev', '07', 'c14', 'a-b']) expect(names).not.toContain(taken);
  expect(names.filter((name) => /^student-[0-9a-f]{8}$/.test(name))).toHaveLength(2);
  expect(names.filter((name) => /^a-b-[0-9a-f]{8}$/.test(name))).toHaveLength(2);
});

test('every student has exactly one place, and no two places have one name', () => {
  const member = fc.record({
    login: fc.oneof(
      fc.stringMatching(/^[a-c1.@-]{1,3}$/),
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes(' ')),
    ),
    section: fc.constantFrom('A', 'B', undefined),
    team: fc.constantFrom('1', '2', 'é', undefined),
  });
  fc.assert(
    fc.property(fc.uniqueArray(member, { selector: ({ login }) => login }), (people) => {
      const roster = people.map(({ login, section, team }) =>
        student(login, {
          ...(section !== undefined && { section }),
          ...(team !== undefined && { team }),
        }),
      );
      const places = placesOf(roster);
      expect(places.flatMap(({ owners }) => owners).sort()).toEqual(
        roster.map(({ id }) => id).sort(),
      );
      const names = places.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
