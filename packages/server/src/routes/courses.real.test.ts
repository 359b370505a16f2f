import { initialStatus } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let administrator: TestPerson;
let teacher: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await signInTo(server, { isAdministrator: true });
  teacher = await signInTo(server);
});
afterAll(() => server.remove());

const by = (person: TestPerson) => (method: string, path: string, body?: unknown) =>
  server.call(method, `/api/v1${path}`, body, person.headers);

async function newCourse(name: string): Promise<string> {
  const { body } = await by(administrator)('POST', '/courses', { name });
  const { slug } = (body as { course: { slug: string } }).course;
  const path = `/courses/${slug}/people/${teacher.person.login}`;
  await by(administrator)('PUT', path, { role: 'instructor' });
  return slug;
}

async function newAssignment(course: string, from: object, name = 'Firewall basics') {
  const answer = await by(teacher)('POST', `/courses/${course}/assignments`, { name, from });
  return { ...answer, ...(answer.body as { assignment: { slug: string; handle: string } }) };
}

const gone = { ...initialStatus, state: 'gone' } as const;

test('a course tells its people and assignments to staff, and to students only itself', async () => {
  const course = await newCourse('Networks 2');
  const { assignment } = await newAssignment(course, { kind: 'blueprint', blueprint: sampleLab });
  const student = await signInTo(server);
  await by(teacher)('PUT', `/courses/${course}/people/${student.person.id}`, { role: 'student' });
  const { status, body } = await by(teacher)('GET', `/courses/${course}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: 'Networks 2',
    role: 'instructor',
    counts: { assignments: 1, running: 1 },
    assignments: [{ slug: assignment.slug, name: 'Firewall basics', state: 'waiting' }],
  });
  const seen = await by(student)('GET', '/courses');
  expect(seen.body).toMatchObject({
    courses: [{ slug: course, role: 'student', counts: { people: 0 }, assignments: [] }],
  });
  expect((await by(student)('GET', '/assignments')).body).toEqual({ assignments: [] });
  expect((await by(await signInTo(server))('GET', '/courses')).body).toEqual({ courses: [] });
});

test('an assignment tells how its class stands', async () => {
  const course = await newCourse('Linux');
  const { assignment } = await newAssignment(course, { kind: 'blueprint', blueprint: sampleLab });
  const { store } = server;
  const { id } = (await store.findAssignment(assignment.handle))!;
  const lab = { assignmentId: id, role: 'student', wanted: 'stopped', origins: {} } as const;
  const made = await store.createEnvironments(
    ['01', '02', '03'].map((name) => ({ ...lab, name, blueprint: sampleLab })),
  );
  await store.askHelp(made[1]!.id, { message: 'It hangs.', askedBy: 'Ada' });
  const deadline = new Date('2026-12-04T23:59:00.000Z');
  await store.saveClassPolicy(id, { deadline });
  const { body } = await by(teacher)('GET', `/courses/${course}`);
  expect(body).toMatchObject({
    assignments: [{ deployed: 3, asking: 1, deadline: deadline.toISOString() }],
  });
});

test('whoever makes a course is its instructor at once', async () => {
  await newCourse('First');
  const { status, body } = await by(teacher)('POST', '/courses', { name: 'Second' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ course: { role: 'instructor', counts: { people: 1 } } });
});

test('a renamed course keeps its old address', async () => {
  const course = await newCourse('Before');
  const renamed = await by(teacher)('PATCH', `/courses/${course}`, {
    name: 'After',
    archived: true,
  });
  const { slug } = renamed.body as { slug: string };
  expect(slug).toMatch(/^after-/);
  const { body } = await by(teacher)('GET', `/courses/${course}`);
  expect(body).toMatchObject({ slug, archivedAt: expect.any(String) as string });
  expect((await newAssignment(course, { kind: 'blank' })).status).toBe(409);
});

test('a blank assignment gets its environment by the first element', async () => {
  const course = await newCourse('Blank');
  const { status, assignment } = await newAssignment(course, { kind: 'blank' });
  expect(status).toBe(201);
  const path = `/environments/${assignment.slug}/dev`;
  expect(assignment).toMatchObject({ name: 'Firewall basics', environments: [] });
  expect((await by(teacher)('GET', path)).status).toBe(404);
  const { body } = await by(teacher)('GET', `${path}/blueprint`);
  expect(body).toMatchObject({
    generation: 0,
    blueprint: expect.stringContaining('lan') as string,
  });
  const plan = await by(teacher)('POST', `${path}/plan`, { blueprint: sampleLab });
  expect(plan.status).toBe(200);
  const first = { blueprint: sampleLab, ifGeneration: 0 };
  const applied = await by(teacher)('PUT', `${path}/blueprint`, first);
  expect(applied).toMatchObject({ status: 200, body: { wanted: 'running', generation: 1 } });
  expect(await by(teacher)('PUT', `${path}/blueprint`, first)).toMatchObject({
    status: 409,
    body: {
      error: { code: 'blueprint-changed', present: { blueprint: sampleLab, generation: 1 } },
    },
  });
});

test('an assignment begins as a type or as a copy of another that one may see', async () => {
  const course = await newCourse('Copies');
  const type = await newAssignment(course, { kind: 'type', type: 'container', parameters: {} });
  expect(type).toMatchObject({ status: 201, assignment: { type: 'container' } });
  const { slug } = type.assignment;
  const copy = await newAssignment(course, { kind: 'assignment', slug });
  const text = async (name: string) =>
    (await by(teacher)('GET', `/environments/${name}/dev/blueprint`)).body;
  expect(await text(copy.assignment.slug)).toEqual(await text(slug));
  await server.store.createAssignment(
    { name: 'secret', parameters: {}, blueprint: sampleLab },
    () => undefined,
  );
  const hidden = await newAssignment(course, { kind: 'assignment', slug: 'secret' });
  expect(hidden).toMatchObject({ status: 404, body: { error: { code: 'assignment-not-found' } } });
});

test('an assignment is found by slug and handle, also under a new name', async () => {
  const course = await newCourse('Renames');
  const { assignment } = await newAssignment(course, { kind: 'blank' }, 'בסיס');
  const renamed = await by(teacher)('PATCH', `/assignments/${assignment.slug}`, { name: 'Basics' });
  const { slug } = renamed.body as { slug: string };
  for (const name of [slug, assignment.slug, assignment.handle]) {
    const { body } = await by(teacher)('GET', `/assignments/${name}`);
    expect(body).toMatchObject({
      slug,
      name: 'Basics',
      handle: assignment.handle,
      course: { slug: course, role: 'instructor' },
    });
  }
});

test('a course is deleted with its name typed, takes all its assignments along, and once more is fine', async () => {
  const course = await newCourse('To be deleted');
  const blank = await newAssignment(course, { kind: 'blank' });
  const full = await newAssignment(course, { kind: 'blueprint', blueprint: sampleLab });
  const remove = (confirmation: string) =>
    by(teacher)('DELETE', `/courses/${course}`, { confirmation });
  expect(await remove('to be')).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('2 assignments') as string } },
  });
  const first = await remove('To be deleted');
  expect(first).toMatchObject({ status: 202, body: { environments: [{ wanted: 'absent' }] } });
  expect((await by(teacher)('GET', `/courses/${course}`)).status).toBe(404);
  expect((await by(teacher)('GET', `/assignments/${blank.assignment.slug}`)).status).toBe(404);
  expect((await remove('To be deleted')).status).toBe(202);
  const { store } = server;
  const { id } = (await store.findEnvironment(full.assignment.handle, 'dev'))!;
  await store.markRemoved(id, gone);
  expect((await remove('To be deleted')).status).toBe(200);
  const receipt = await by(teacher)('GET', `/receipts/${full.assignment.slug}`);
  expect(receipt).toMatchObject({ status: 200, body: { environments: [{ complete: true }] } });
});

test('an older assignment of the same name outside of courses stays hidden', async () => {
  const course = await newCourse('Namesakes');
  const { assignment } = await newAssignment(course, { kind: 'blueprint', blueprint: sampleLab });
  const { store } = server;
  const mine = (await store.findEnvironment(assignment.handle, 'dev'))!;
  await store.markRemoved(mine.id, gone);
  const request = { name: assignment.handle, parameters: {}, blueprint: 'version: 1 # secret' };
  const { environment } = await store.createAssignment(request, () => undefined);
  const path = `/environments/${assignment.handle}/dev/blueprint`;
  expect((await by(teacher)('GET', path)).status).toBe(404);
  await store.markRemoved(environment.id, gone);
  expect((await by(teacher)('GET', path)).status).toBe(404);
});

test('events tell of the labs that the caller may see, and end with the session', async () => {
  const course = await newCourse('Watched');
  const { assignment } = await newAssignment(course, { kind: 'blueprint', blueprint: sampleLab });
  const hidden = await newCourse('Hidden');
  const watcher = await signInTo(server);
  await by(teacher)('PUT', `/courses/${course}/people/${watcher.person.id}`, { role: 'assistant' });
  const { headers, sessionToken } = watcher;
  const response = await fetch(`${server.baseUrl}/api/v1/events`, { headers });
  let text = '';
  const ended = (async () => {
    for await (const bytes of response.body!) text += Buffer.from(bytes).toString();
  })();
  await newAssignment(hidden, { kind: 'blueprint', blueprint: sampleLab }, 'Secret lab');
  const { id } = (await server.store.findEnvironment(assignment.handle, 'dev'))!;
  await server.store.appendLog(id, { level: 'info', message: 'to be seen' });
  await expect.poll(() => text).toContain('to be seen');
  expect(text).toContain(assignment.handle);
  expect(text).not.toContain('secret-lab');
  const { sha256 } = await import('../access/secrets.ts');
  await server.store.endSession(sha256(sessionToken));
  await ended;
});

test('the last administrator cannot be lost', async () => {
  await server.database.query(`delete from person where id <> $1 and is_administrator`, [
    administrator.person.id,
  ]);
  const path = `/people/${administrator.person.id}`;
  const code = { error: { code: 'last-administrator' } };
  expect(await by(administrator)('DELETE', path)).toMatchObject({ status: 409, body: code });
  const demoted = await by(administrator)('PATCH', path, { isAdministrator: false });
  expect(demoted).toMatchObject({ status: 409, body: code });
});
