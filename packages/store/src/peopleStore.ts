import type { CourseRole, Scope } from '@labcast/domain';

export type PersonId = string & { readonly __kind: 'PersonId' };

export interface Person {
  readonly id: PersonId;
  /** As `normalizeLogin` gives it; unique. */
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly isAdministrator: boolean;
  /** Has no password yet, and so cannot sign in. */
  readonly isInvited: boolean;
  readonly createdAt: Date;
  /** Last use of a session. */
  readonly seenAt?: Date;
}

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  /** Argon2id in its usual text form; without one the person has to be invited. */
  readonly passwordHash?: string;
  readonly isAdministrator: boolean;
}

/** A person who was recognised, with all that decides what the person may do. */
export interface SignedIn {
  readonly person: Person;
  /** By the course's id. */
  readonly roles: ReadonlyMap<string, CourseRole>;
  /** Ids of the environments that were made for the person. */
  readonly owns: ReadonlySet<string>;
  readonly scopes: readonly Scope[];
}

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly lastUsedAt?: Date;
}

/** Where somebody is signed in. */
export interface OpenSession {
  /** Tells it from others; no secret, and nothing that signs anybody in. */
  readonly id: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  /** The one whose hash was given. */
  readonly isOwn: boolean;
}

/** How long a session holds: without use, and at most. */
export interface SessionLimits {
  readonly idleSeconds: number;
  readonly longestSeconds: number;
}

/** At most so many failed tries within so many seconds. */
export interface TryLimit {
  readonly most: number;
  readonly seconds: number;
}

export interface SignInAttempt {
  /** SHA-256 of what was typed, in hexadecimal. */
  readonly loginHash: string;
  readonly address: string;
  /** Undefined when nobody has that login. */
  readonly personId?: PersonId;
}

export interface SignInLimits {
  /** For one login from one address: the only one for a login that was used with success from there lately. */
  readonly pair: TryLimit;
  readonly address: TryLimit;
  readonly login: TryLimit;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly personId?: PersonId;
  /** The login, or which token, as it was then. */
  readonly actor: string;
  readonly means:
    'session' | 'token' | 'admin-token' | 'sign-in' | 'setup-link' | 'invitation' | 'join-code';
  /** `PUT /api/v1/courses/:course`, or what a socket does. */
  readonly action: string;
  /** On what: the parameters of the address. */
  readonly target: string;
  /** Of the HTTP answer. */
  readonly status: number;
  readonly address: string;
}

export interface AuditFilter {
  /** Part of who did it. */
  readonly actor?: string;
  /** Part of the action or of what it was done to. */
  readonly what?: string;
  readonly since?: Date;
  readonly until?: Date;
  /** Older than the entry with this id. */
  readonly before?: string;
  readonly most: number;
}

/** People and how they are recognised. Secrets come here as SHA-256 in hexadecimal, passwords as Argon2id. */
export interface PeopleStore {
  /** Throws `name-taken`. */
  createPerson(person: NewPerson): Promise<Person>;
  listPeople(): Promise<Person[]>;
  /** By id, or by login. */
  findPerson(idOrLogin: string): Promise<Person | undefined>;
  hasAdministrator(): Promise<boolean>;
  /** A new password ends all sessions but `keepSession`. Throws `person-not-found`, `last-administrator`. */
  changePerson(
    id: PersonId,
    change: {
      readonly name?: string;
      readonly email?: string;
      readonly isAdministrator?: boolean;
      readonly passwordHash?: string;
    },
    keepSession?: string,
  ): Promise<Person>;
  /** Gone already is success. Throws `last-administrator`. */
  removePerson(id: PersonId): Promise<void>;
  findPassword(login: string): Promise<{ person: Person; passwordHash: string } | undefined>;

  beginSession(session: { hash: string; personId: PersonId; address: string }): Promise<void>;
  /** Counts as a use when `isUse`. */
  findSession(hash: string, limits: SessionLimits, isUse: boolean): Promise<SignedIn | undefined>;
  endSession(hash: string): Promise<void>;
  /** Those that hold, last used first. */
  listSessions(personId: PersonId, ownHash: string, limits: SessionLimits): Promise<OpenSession[]>;
  /** By its id; another person's is not touched, and one that ended already is success. */
  endSessionOf(personId: PersonId, id: string): Promise<void>;

  createToken(
    personId: PersonId,
    token: {
      readonly name: string;
      readonly hash: string;
      readonly scopes: readonly Scope[];
      readonly expiresAt?: Date;
    },
  ): Promise<ApiToken>;
  listTokens(personId: PersonId): Promise<ApiToken[]>;
  /** Another person's is not touched; gone already is success. */
  removeToken(personId: PersonId, id: string): Promise<void>;
  findToken(hash: string): Promise<(SignedIn & { readonly tokenName: string }) | undefined>;

  /** Replaces one that was not used. */
  saveSetupLink(hash: string, validSeconds: number): Promise<Date>;
  /** One that can still be used. Throws `link-invalid`. */
  getSetupLink(hash: string): Promise<{ readonly expiresAt: Date }>;
  /** Makes the administrator and uses the link up, both or neither. Throws `link-invalid`, `name-taken`. */
  useSetupLink(hash: string, person: NewPerson): Promise<Person>;

  /** Counts the try before the password is looked at, so that many at once are no way around it. */
  beginSignIn(
    attempt: SignInAttempt,
    limits: SignInLimits,
  ): Promise<{ readonly retryAfterSeconds?: number }>;
  /** After success: the tries of that login from there no longer count. */
  forgetSignIns(attempt: SignInAttempt): Promise<void>;

  appendAudit(entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void>;
  /** Newest first. */
  listAudit(filter: AuditFilter): Promise<AuditEntry[]>;
}
