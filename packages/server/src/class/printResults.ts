import { printCsv } from '../printCsv.ts';
import type { StudentView } from '../schemas/class.ts';

const heading = [
  'environment',
  'login',
  'name',
  'section',
  'team',
  'state',
  'release',
  'passed',
  'total',
  'last seen',
  'frozen',
];

/** One line for each student, so a team has several; one for a numbered place. */
export function printResults(students: readonly StudentView[]): string {
  const byName = students.toSorted((a, b) =>
    a.environment.localeCompare(b.environment, 'en', { numeric: true }),
  );
  return printCsv([heading, ...byName.flatMap(linesOf)]);
}

function linesOf(student: StudentView): string[][] {
  const { people } = student;
  const owners = people.length > 0 ? people : [{ login: '', name: '' }];
  return owners.map(({ login, name }) => [
    student.environment,
    login,
    name,
    student.section ?? '',
    student.team ?? '',
    student.state,
    student.release === undefined ? '' : `r${String(student.release)}`,
    String(student.checks.passed),
    String(student.checks.total),
    student.lastSeen ?? '',
    student.frozenAt ?? '',
  ]);
}
