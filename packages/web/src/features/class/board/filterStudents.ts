import type { StudentView } from '@labcast/api-client';
import type { StudentGroup } from '../../../routes/parseClassSearch.ts';
import { groupOf } from './groupOf.ts';

export interface StudentFilter {
  /** Empty lets all in. */
  readonly groups: readonly StudentGroup[];
  readonly section?: string | undefined;
  /** Part of a name, a login, a team or an environment, capital or not. */
  readonly text: string;
}

export function filterStudents(
  students: readonly StudentView[],
  { groups, section, text }: StudentFilter,
): StudentView[] {
  const sought = text.trim().toLocaleLowerCase();
  return students.filter(
    (student) =>
      (groups.length === 0 || groups.includes(groupOf(student))) &&
      (section === undefined || student.section === section) &&
      (sought === '' || wordsOf(student).includes(sought)),
  );
}

function wordsOf({ environment, people, section, team }: StudentView): string {
  const names = people.flatMap(({ name, login }) => [name, login]);
  return [environment, ...names, section ?? '', team ?? ''].join('\n').toLocaleLowerCase();
}

/** Those that there are, in order. */
export function listSections(students: readonly StudentView[]): string[] {
  const names = students.flatMap(({ section }) => (section === undefined ? [] : [section]));
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
