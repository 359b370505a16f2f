import type { CourseRole } from '../access/roles.ts';
import type { Problem } from '../errors.ts';
import { findAccount } from './findAccount.ts';
import type { Membership } from './membership.ts';
import type { PlaceMember } from './placesOf.ts';
import { readRosterColumns } from './rosterColumns.ts';
import { membershipFields, readRosterRow } from './rosterRow.ts';
import type { CsvLine, RosterRow } from './rosterRow.ts';

/** Anybody who has an account on the server. */
export interface RosterAccount<Id extends string = string> {
  readonly id: Id;
  readonly login: string;
  readonly name: string;
  readonly email?: string;
}

/** Somebody in the course. */
export interface RosterMember<Id extends string = string>
  extends RosterAccount<Id>, PlaceMember<Id> {
  /** Whether the course may say what the person is called: it made the account, and the person was not here yet. */
  readonly mayRename: boolean;
}

/** What one line of the file comes to. */
export interface PlannedPerson<Id extends string = string> extends Membership {
  readonly line: number;
  readonly change: 'new' | 'changed' | 'unchanged';
  /** Of the account that is there already. */
  readonly id?: Id;
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly role: CourseRole;
  /** Of somebody who is in the course: what the file says otherwise. */
  readonly fields: readonly ChangedField[];
}

export interface ChangedField {
  readonly field: 'name' | 'email' | 'role' | keyof Membership;
  readonly before?: string;
  readonly after?: string;
}

/** What an import does; nothing happens to those who are missing. */
export interface ImportPlan<Id extends string = string> {
  readonly people: readonly PlannedPerson<Id>[];
  /** Students of the course whom no line names. */
  readonly missing: readonly RosterMember<Id>[];
  /** By line. A line with one is left out. */
  readonly problems: readonly Problem[];
  /** Columns that mean nothing here. */
  readonly ignored: readonly string[];
}

export const longestRoster = 5_000;

/**
 * What a roster comes to for a course as it is. A line finds its person by login, e-mail or student number, so the same file
 * once more changes nothing. `accounts` are all of the server, those of the course among them.
 */
export function planImport<Id extends string>(
  lines: readonly CsvLine[],
  present: {
    readonly members: readonly RosterMember<Id>[];
    readonly accounts: readonly RosterAccount<Id>[];
  },
): ImportPlan<Id> {
  const [header, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!header || rest.length > longestRoster) return nothing([emptyOrLong(header)]);
  const { columns, ignored, problems: wrongColumns } = readRosterColumns(header.cells, header.line);
  if (wrongColumns.length > 0) return nothing(wrongColumns);
  const problems: Problem[] = [];
  const rows: RosterRow[] = [];
  for (const line of rest) {
    const read = readRosterRow(line, columns, header.cells.length);
    if ('row' in read) rows.push(read.row);
    else problems.push(...read.problems);
  }
  const found = findPeople(rows, present);
  problems.push(...found.problems);
  const { people, taken } = withoutTakenNumbers(found.people, present.members);
  problems.push(...taken);
  return {
    people,
    missing: present.members.filter(({ id, role }) => role === 'student' && !found.named.has(id)),
    problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    ignored,
  };
}

function nothing<Id extends string>(problems: readonly Problem[]): ImportPlan<Id> {
  return { people: [], missing: [], problems, ignored: [] };
}

function emptyOrLong(header: CsvLine | undefined): Problem {
  return header
    ? { message: `The file has more than ${longestRoster} people.`, remedy: 'Split it.' }
    : {
        message: 'The file is empty.',
        remedy: 'Begin it with a line such as: name, e-mail, id, section, team',
      };
}

/** Each line with its person; a second line about the same is a mistake. */
function findPeople<Id extends string>(
  rows: readonly RosterRow[],
  present: {
    readonly members: readonly RosterMember<Id>[];
    readonly accounts: readonly RosterAccount<Id>[];
  },
) {
  const find = findAccount(present);
  const members = new Map(present.members.map((member) => [member.id, member]));
  const lineOf = new Map<string, number>();
  const named = new Set<Id>();
  const people: PlannedPerson<Id>[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const found = find(row);
    const { id } = found;
    if (id !== undefined) named.add(id);
    const twice = sameAsBefore(row, id, lineOf);
    const message = found.fault ?? twice;
    if (message !== undefined) problems.push({ line: row.line, message });
    else people.push(planPerson(row, id, id === undefined ? undefined : members.get(id)));
  }
  return { people, problems, named };
}

function sameAsBefore(
  row: RosterRow,
  id: string | undefined,
  lineOf: Map<string, number>,
): string | undefined {
  const keys: [string, string | null | undefined][] = [
    ['e-mail', row.email?.toLowerCase()],
    ['login', row.login],
    ['student number', row.given.studentNumber],
    ['person', id],
  ];
  const marks = keys.flatMap(([what, value]) =>
    value ? [[what, `${what} ${value}`] as const] : [],
  );
  const twice = marks.find(([, mark]) => lineOf.has(mark));
  for (const [, mark] of marks) if (!lineOf.has(mark)) lineOf.set(mark, row.line);
  return twice && `Same ${twice[0]} as line ${String(lineOf.get(twice[1]))}.`;
}

function planPerson<Id extends string>(
  row: RosterRow,
  id: Id | undefined,
  member: RosterMember<Id> | undefined,
): PlannedPerson<Id> {
  const { line, name, email, login, given } = row;
  const role = row.role ?? member?.role ?? 'student';
  if (!member) {
    const membership = pick((field) => given[field] ?? undefined);
    return {
      line,
      change: 'new',
      ...(id !== undefined && { id }),
      login,
      name,
      ...(email !== undefined && { email }),
      role,
      ...membership,
      fields: [],
    };
  }
  const membership = pick((field) => {
    const value = given[field];
    return value === undefined ? member[field] : (value ?? undefined);
  });
  const mail = member.mayRename ? (email ?? member.email) : member.email;
  const after = {
    name: member.mayRename ? name : member.name,
    ...(mail !== undefined && { email: mail }),
    role,
    ...membership,
  };
  const fields = changedFields(member, after);
  const change = fields.length === 0 ? 'unchanged' : 'changed';
  return { line, change, id: member.id, login: member.login, ...after, fields };
}

function pick(read: (field: keyof Membership) => string | undefined): Membership {
  return Object.fromEntries(
    membershipFields.flatMap((field) => {
      const value = read(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

const compared = ['name', 'email', 'role', ...membershipFields] as const;

function changedFields(
  before: Partial<Record<ChangedField['field'], string>>,
  after: Partial<Record<ChangedField['field'], string>>,
): ChangedField[] {
  return compared
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { before: before[field] }),
      ...(after[field] !== undefined && { after: after[field] }),
    }));
}

/** A number that somebody keeps whom no good line names is not given to another one. */
function withoutTakenNumbers<Id extends string>(
  people: readonly PlannedPerson<Id>[],
  members: readonly RosterMember<Id>[],
): { people: readonly PlannedPerson<Id>[]; taken: Problem[] } {
  const planned = new Set(people.map(({ id }) => id));
  const keepers = new Map(
    members
      .filter(({ id }) => !planned.has(id))
      .flatMap((member) =>
        member.studentNumber === undefined ? [] : [[member.studentNumber, member] as const],
      ),
  );
  const isTaken = ({ studentNumber = '' }: PlannedPerson<Id>) => keepers.has(studentNumber);
  const left = people.filter((person) => !isTaken(person));
  const taken = people.filter(isTaken).map(({ line, studentNumber = '' }) => ({
    line,
    message: `Student number ${studentNumber} is that of ${keepers.get(studentNumber)?.name ?? ''}.`,
  }));
  if (taken.length === 0) return { people, taken };
  // Who is left out now keeps a number too.
  const again = withoutTakenNumbers(left, members);
  return { people: again.people, taken: [...taken, ...again.taken] };
}
