import type {
  CourseRole,
  Membership,
  PlannedPerson,
  RosterAccount,
  RosterMember,
} from '@labcast/domain';
import type { Course, CourseId } from './courseStore.ts';
import type { NewPerson, Person, PersonId } from './peopleStore.ts';

export interface CourseMember extends Membership {
  readonly person: Person;
  readonly role: CourseRole;
  readonly since: Date;
  /** Whether the course may say what the person is called and invite them: it made the account, and nobody used it yet. */
  readonly isOurs: boolean;
  /** Of the link with which the person can set a password; it may be over. */
  readonly invitedUntil?: Date;
}

/** What is to be said anew about somebody in a course; null takes it away, what is absent stays. */
export type MembershipChange = { readonly [Field in keyof Membership]?: string | null };

export interface RosterChange {
  readonly people: readonly PlannedPerson<PersonId>[];
  readonly remove: readonly PersonId[];
}

export type JoinCodeId = string & { readonly __kind: 'JoinCodeId' };

/** Lets whoever knows it into a course, as a student. */
export interface JoinCode {
  readonly id: JoinCodeId;
  readonly section?: string;
  readonly mostUses?: number;
  readonly uses: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: 'open' | 'expired' | 'used-up' | 'revoked';
}

/** Who is in a course, and how people come into it. Secrets come here as SHA-256 in hexadecimal. */
export interface RosterStore {
  listMembers(id: CourseId): Promise<CourseMember[]>;
  /** Throws `name-taken` for a student number that somebody else has. */
  setMember(
    id: CourseId,
    personId: PersonId,
    role: CourseRole,
    change?: MembershipChange,
  ): Promise<void>;
  /** Not in it is success. */
  removeMember(id: CourseId, personId: PersonId): Promise<void>;
  /** Makes an account in the course, both or neither. Throws `name-taken`. */
  createMember(
    id: CourseId,
    person: NewPerson,
    role: CourseRole,
    membership: Membership,
  ): Promise<Person>;
  /** Decides and carries out with nothing in between: all of it or nothing. Throws `name-taken`. */
  changeRoster(
    id: CourseId,
    decide: (present: {
      readonly members: readonly RosterMember<PersonId>[];
      readonly accounts: readonly RosterAccount<PersonId>[];
    }) => RosterChange,
  ): Promise<void>;

  /** One for each; an older one of the same person ends. Whoever has a password gets none. */
  saveInvitations(
    invitations: readonly { readonly personId: PersonId; readonly hash: string }[],
    validSeconds: number,
  ): Promise<Date>;
  /** Gone already is success. */
  removeInvitation(personId: PersonId): Promise<void>;
  /** Throws `link-invalid`. */
  getInvited(
    hash: string,
  ): Promise<{ readonly person: Person; readonly courses: readonly Course[] }>;
  /** Gives the person a password and uses the link up, both or neither. Throws `link-invalid`. */
  useInvitation(hash: string, passwordHash: string): Promise<Person>;

  createJoinCode(
    id: CourseId,
    code: {
      readonly hash: string;
      readonly section?: string;
      readonly mostUses?: number;
      readonly validSeconds: number;
      readonly createdBy: string;
    },
  ): Promise<JoinCode>;
  /** Newest first. */
  listJoinCodes(id: CourseId): Promise<JoinCode[]>;
  /** Another course's is not touched; revoked already is success. */
  revokeJoinCode(id: CourseId, code: string): Promise<void>;
  /** Undefined for one that nobody ever made. */
  findJoinCode(
    hash: string,
  ): Promise<{ readonly course: Course; readonly code: JoinCode } | undefined>;
  /**
   * Lets somebody in: by id, or with a new account. Whoever is in the course already stays what they are, and it counts
   * as no use. Throws `link-invalid`, `course-archived`, `name-taken`.
   */
  useJoinCode(
    hash: string,
    who:
      | { readonly personId: PersonId }
      | { readonly account: NewPerson; readonly studentNumber?: string },
  ): Promise<{ readonly course: Course; readonly person: Person }>;
}
