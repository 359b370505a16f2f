import type { CourseRole } from '../access/roles.ts';
import { contentHash } from '../plan/contentHash.ts';
import type { Membership } from './membership.ts';

/** Somebody in a course, as far as places are concerned. */
export interface PlaceMember<Id extends string = string> extends Membership {
  readonly id: Id;
  readonly login: string;
  readonly role: CourseRole;
}

/** What one environment of an assignment is for: one student, or one team. */
export interface Place<Id extends string = string> {
  /** Names the environment: letters, digits and dashes, unique in the course. */
  readonly name: string;
  /** In the order of their logins. */
  readonly owners: readonly Id[];
  readonly section?: string;
  readonly team?: string;
}

const longestName = 32;
/** Names of other environments: `dev`, `prod`, a numbered place, a checkpoint's disks, a rehearsal. */
const reserved = /^(dev|prod|\d+|[crk]\d+)$/;

/**
 * The environments that the students of a course, or of one section of it, need: one each, and one for all of a team.
 * A name follows from the login or team alone, as long as no two of them read alike, so that it stays when others come
 * and go.
 */
export function placesOf<Id extends string>(
  roster: readonly PlaceMember<Id>[],
  { section }: { readonly section?: string } = {},
): Place<Id>[] {
  const groups = Map.groupBy(
    roster.filter(({ role }) => role === 'student').toSorted(byLogin),
    keyOf,
  );
  const plain = Map.groupBy(groups.keys(), (key) => plainName(key));
  return [...groups]
    .map(([key, members]) => {
      const name = plainName(key);
      const isClear = !reserved.test(name) && name !== '' && plain.get(name)?.length === 1;
      return {
        name: isClear ? name : `${name || 'student'}-${contentHash(key).slice(0, 8)}`,
        owners: members.map(({ id }) => id),
        ...placement(members[0]),
      };
    })
    .filter((place) => section === undefined || place.section === section);
}

function byLogin(one: { readonly login: string }, other: { readonly login: string }): number {
  return one.login < other.login ? -1 : 1;
}

/** Two sections may each have a team of one name; no login has a space. */
function keyOf({ login, section = '', team }: PlaceMember): string {
  return team === undefined ? login : ` ${section} ${team}`;
}

function placement({ section, team }: Membership = {}) {
  return { ...(section !== undefined && { section }), ...(team !== undefined && { team }) };
}

function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '');
}
