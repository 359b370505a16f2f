import type { EnvironmentView } from '@labcast/api-client';

/** Calls for people and courses, in the form of the server's generated description, which will have them in its place. */

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly isAdministrator: boolean;
}

export interface Session {
  readonly person: Person | null;
  /** Header `x-labcast-csrf` of every call that changes something. */
  readonly csrfToken: string | null;
  /** True until there is a first administrator. */
  readonly setupNeeded: boolean;
  readonly serverName: string;
}

export type Role = 'instructor' | 'assistant' | 'student';

export interface Course {
  readonly id: string;
  /** `networks-2-4f2c`: its last part finds it. */
  readonly slug: string;
  readonly name: string;
  readonly archivedAt?: string;
  readonly role: Role;
  readonly counts: {
    readonly assignments: number;
    readonly people: number;
    readonly running: number;
  };
  readonly assignments: AssignmentRow[];
}

export interface AssignmentRow {
  readonly slug: string;
  readonly name: string;
  readonly state: EnvironmentView['status']['state'];
}

export type AssignmentOrigin =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'type';
      readonly type: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'assignment'; readonly slug: string }
  | { readonly kind: 'blueprint'; readonly blueprint: string };

export interface AssignmentView {
  readonly slug: string;
  readonly name: string;
  readonly course: { readonly slug: string; readonly name: string; readonly role: Role };
  readonly environments: EnvironmentView[];
}

interface Call<Answer, Body = never, Path = never> {
  parameters: [Path] extends [never] ? { path?: never } : { path: Path };
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } };
  responses: { 200: { headers: object; content: { 'application/json': Answer } } };
}

interface OnCourse {
  course: string;
}

export interface PeoplePaths {
  '/api/v1/session': {
    get: Call<Session>;
    post: Call<unknown, { login: string; password: string }>;
    delete: Call<unknown>;
  };
  '/api/v1/setup': {
    post: Call<unknown, { token: string; login: string; name: string; password: string }>;
  };
  '/api/v1/courses': {
    get: Call<{ courses: Course[] }>;
    post: Call<{ course: Course }, { name: string }>;
  };
  '/api/v1/courses/{course}': {
    get: Call<Course, never, OnCourse>;
    patch: Call<unknown, { name?: string; archived?: boolean }, OnCourse>;
    delete: Call<unknown, { confirmation: string }, OnCourse>;
  };
  '/api/v1/courses/{course}/assignments': {
    post: Call<
      { assignment: { slug: string; name: string } },
      { name: string; from: AssignmentOrigin },
      OnCourse
    >;
  };
  '/api/v1/assignments/{assignment}': {
    get: Call<AssignmentView, never, { assignment: string }>;
  };
}
