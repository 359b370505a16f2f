import type { Generated } from 'kysely';
import type { CourseRole, Scope } from '@labcast/domain';
import type { CourseId } from '../courseStore.ts';
import type { AuditEntry, PersonId } from '../peopleStore.ts';
import type { JoinCodeId } from '../rosterStore.ts';
import type { Moment, OptionalMoment } from './columns.ts';

/** Who there is, how they come in, and what they did. */
export interface PeopleTables {
  person: {
    id: Generated<PersonId>;
    login: string;
    name: string;
    email: string | null;
    passwordHash: string | null;
    madeByCourse: CourseId | null;
    isAdministrator: boolean;
    createdAt: Moment;
  };
  session: {
    hash: string;
    personId: PersonId;
    address: string;
    createdAt: Moment;
    seenAt: Moment;
    endedAt: OptionalMoment;
  };
  apiToken: {
    id: Generated<string>;
    personId: PersonId;
    name: string;
    hash: string;
    scopes: Scope[];
    createdAt: Moment;
    expiresAt: OptionalMoment;
    lastUsedAt: OptionalMoment;
  };
  adminToken: { singleton: Generated<true>; hash: string; savedAt: Moment };
  setupLink: { hash: string; createdAt: Moment; expiresAt: Date; usedAt: OptionalMoment };
  signInAttempt: { id: Generated<string>; login: string; address: string; at: Moment };
  course: {
    id: Generated<CourseId>;
    code: string;
    name: string;
    createdAt: Moment;
    archivedAt: OptionalMoment;
    removedAt: OptionalMoment;
  };
  membership: {
    courseId: CourseId;
    personId: PersonId;
    role: CourseRole;
    since: Moment;
    section: string | null;
    team: string | null;
    studentNumber: string | null;
  };
  invitation: { personId: PersonId; hash: string; createdAt: Moment; expiresAt: Date };
  joinCode: {
    id: Generated<JoinCodeId>;
    courseId: CourseId;
    hash: string;
    section: string | null;
    mostUses: number | null;
    uses: Generated<number>;
    createdBy: string;
    createdAt: Moment;
    expiresAt: Date;
    revokedAt: OptionalMoment;
  };
  auditEntry: {
    id: Generated<string>;
    at: Moment;
    personId: PersonId | null;
    actor: string;
    means: AuditEntry['means'];
    action: string;
    target: string;
    status: number;
    address: string;
  };
}
