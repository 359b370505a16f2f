import type { Who } from './everybody.ts';
import { sampleLab } from './sampleLab.ts';
import { signInTo } from './signInTo.ts';
import { startTestServer } from './startTestServer.ts';
import type { TestServer } from './startTestServer.ts';

export type Headers = Record<string, string>;

/** A server with one lab of a student, and everybody who may come to it. */
export interface Crowd {
  readonly server: TestServer;
  /** In addresses: of the course of all those of whom no other is said. */
  readonly names: { readonly course: string; readonly assignment: string };
  headersOf(who: Who): Headers;
  /** The address of a route, with something for each of its parameters. */
  fill(url: string): string;
  /** What keeps a caller out, and undefined for one who is let in, whatever is said about the rest of the request. */
  refusalOf(method: string, url: string, headers: Headers): Promise<Refusal | undefined>;
  remove(): Promise<void>;
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export async function openCrowd(): Promise<Crowd> {
  const lasting = new Promise<number>(() => undefined);
  const server = await startTestServer({
    exec: ({ request }) => (request.command[0] === 'cat' ? lasting : 0),
  });
  const { store, database, token } = server;
  const course = await store.createCourse('Networks 2');
  const other = await store.createCourse('Another');
  const request = { courseId: course.id, title: 'Firewall', parameters: {}, blueprint: sampleLab };
  const { slug, id } = await store.createCourseAssignment(request, () => undefined);
  const sign = (role?: 'instructor' | 'assistant' | 'student', where = course) =>
    signInTo(server, { courses: role ? [[where.id, role]] : [] });
  const instructor = await sign('instructor');
  const owner = await sign('student');
  const lab = { assignmentId: id, wanted: 'running', blueprint: sampleLab } as const;
  const [made07] = await store.createEnvironments([
    { ...lab, role: 'student', name: '07', owners: [owner.person.id] },
    { ...lab, role: 'prod', name: 'prod' },
  ]);
  const expired = await sign('instructor');
  await database.query(
    `update session set seen_at = now() - interval '13 hours' where person_id = $1`,
    [expired.person.id],
  );
  const revoked = await instructor.createToken('admin');
  const [made] = await store.listTokens(instructor.person.id);
  await store.removeToken(instructor.person.id, made!.id);
  const headersOf: Readonly<Record<Who, Headers>> = {
    'no token': {},
    'a wrong token': { authorization: `Bearer ${'x'.repeat(43)}` },
    'an expired session': expired.headers,
    'a revoked token': revoked,
    'a student': (await sign('student')).headers,
    'the owner of the lab': owner.headers,
    'an assistant': (await sign('assistant')).headers,
    'the instructor of another course': (await sign('instructor', other)).headers,
    'the instructor': instructor.headers,
    "the instructor's token": await instructor.createToken('admin'),
    "the instructor's token to look": await instructor.createToken('read'),
    "an administrator's session": (await signInTo(server, { isAdministrator: true })).headers,
    "the server's administrator token": { authorization: `Bearer ${token}` },
  };
  const names = {
    course: course.slug,
    assignment: slug,
    environment: '07',
    element: 'web',
    person: 'nobody',
    type: 'none',
    id: 'x',
    number: '1',
    action: 'pause',
    lab: made07!.id,
    check: 'none',
  };
  const fill = (url: string) =>
    url.replace(/:(\w+)/g, (_all, name: keyof typeof names) => names[name]);
  return {
    server,
    names,
    headersOf: (who) => headersOf[who],
    fill,
    async refusalOf(method, url, headers) {
      const abort = new AbortController();
      const { signal } = abort;
      const response = await fetch(`${server.baseUrl}${fill(url)}`, { method, headers, signal });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      const text = isStream ? '' : await response.text();
      abort.abort();
      if (response.ok) return undefined;
      const { error } = JSON.parse(text) as { error: { code: string; message: string } };
      const refusals = [
        'not-signed-in',
        'not-permitted',
        'course-not-found',
        'assignment-not-found',
        'environment-not-found',
      ];
      return refusals.includes(error.code) ? { status: response.status, ...error } : undefined;
    },
    remove: () => server.remove(),
  };
}
