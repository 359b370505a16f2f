import { isDisplayName, isLogin, normalizeLogin, personLimits } from '../access/personFields.ts';
import { courseRoles } from '../access/roles.ts';
import type { CourseRole } from '../access/roles.ts';
import type { Problem } from '../errors.ts';
import { membershipLimits } from './membership.ts';
import type { Membership } from './membership.ts';
import type { RosterField } from './rosterColumns.ts';

/** A line of a roster as it was separated into fields. Lines count from 1. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line of a roster, understood. */
export interface RosterRow {
  readonly line: number;
  readonly name: string;
  readonly email?: string;
  /** What the person would sign in with, if new: as given, or else from the e-mail. */
  readonly login: string;
  readonly hasLogin: boolean;
  /** Only what the file has a column for; an empty field is null. */
  readonly given: { readonly [Field in keyof Membership]?: string | null };
  readonly role?: CourseRole;
}

type Read = { readonly row: RosterRow } | { readonly problems: readonly Problem[] };

/** Either all of the line or everything that is wrong with it. */
export function readRosterRow(
  { line, cells }: CsvLine,
  columns: ReadonlyMap<RosterField, number>,
  width: number,
): Read {
  const cell = (field: RosterField) => {
    const index = columns.get(field);
    return index === undefined ? '' : clean(cells[index] ?? '');
  };
  const name = cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim();
  const email = cell('email');
  const login = normalizeLogin(cell('login')) || loginFrom(email);
  const hasLogin = cell('login') !== '';
  const role = cell('role').toLowerCase();
  const isTooLong = cells.slice(width).some((extra) => extra.trim() !== '');
  const faults = [
    isTooLong && `The line has ${cells.length} fields, and the first line names ${width}`,
    nameFault(name),
    keyFault({ email, login, hasLogin }),
    !isRoleOrEmpty(role) && `"${role}" is no role: student, assistant or instructor`,
    ...membershipFields.map((field) => lengthFault(field, cell(field))),
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) {
    return { problems: faults.map((message) => ({ line, message: `${message}.` })) };
  }
  const given = membershipFields
    .filter((field) => columns.has(field))
    .map((field) => [field, cell(field) || null] as const);
  return {
    row: {
      line,
      name,
      ...(email !== '' && { email }),
      login,
      hasLogin,
      given: Object.fromEntries(given),
      ...(isRole(role) && { role }),
    },
  };
}

function nameFault(name: string): string | false {
  if (name === '') return 'Name is missing';
  return !isDisplayName(name) && `"${name}" cannot be a name`;
}

function keyFault(key: { email: string; login: string; hasLogin: boolean }): string | false {
  const { email, login, hasLogin } = key;
  if (email === '' && !hasLogin) return 'E-mail is missing';
  if (email !== '' && !isEmail(email)) return `"${email}" is no e-mail address`;
  return !isLogin(login) && `"${login}" cannot be a login`;
}

function lengthFault(field: keyof Membership, text: string): string | false {
  const most = membershipLimits[field];
  return text.length > most && `${fieldNames[field]} has more than ${most} characters`;
}

export const membershipFields = ['section', 'team', 'studentNumber'] as const;

const fieldNames = { section: 'Section', team: 'Team', studentNumber: 'Student number' } as const;

/** One line of text, whatever spaces it came with. */
function clean(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The address itself; what cannot stand in a login is left out. */
function loginFrom(email: string): string {
  return normalizeLogin(email).replace(/[^\p{L}\p{M}\p{N}._@+-]/gu, '');
}

function isEmail(text: string): boolean {
  return text.length <= personLimits.email && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/u.test(text);
}

function isRoleOrEmpty(text: string): boolean {
  return text === '' || isRole(text);
}

function isRole(text: string): text is CourseRole {
  return courseRoles.some((role) => role === text);
}
