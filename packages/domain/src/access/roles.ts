/** What a person is in one course. */
export const courseRoles = ['instructor', 'assistant', 'student'] as const;
export type CourseRole = (typeof courseRoles)[number];

/** How much an API token may do of what its person may: look; look and change labs; everything. */
export const scopes = ['read', 'write', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** Who asks. Somebody who is not signed in is no caller. */
export interface Caller {
  readonly isAdministrator: boolean;
  /** By the course's id. */
  readonly roles: ReadonlyMap<string, CourseRole>;
  /** Ids of the environments that were made for the caller. */
  readonly owns: ReadonlySet<string>;
  readonly scopes: readonly Scope[];
}

/** The widest scope includes the others. */
export function includesScope(held: readonly Scope[], needed: Scope): boolean {
  return held.some((scope) => scopes.indexOf(scope) >= scopes.indexOf(needed));
}
