import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInTo } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

const newcomer = { login: 'grace', name: 'Grace', password: 'to begin with 1', role: 'student' };

test('an instructor makes an account in the own course, which is no administrator', async () => {
  const course = await server.store.createCourse('Networks 2');
  const instructor = await signInTo(server, { courses: [[course.id, 'instructor']] });
  const path = `/api/v1/courses/${course.slug}/people`;
  const made = await server.call('POST', path, newcomer, instructor.headers);
  expect(made).toMatchObject({
    status: 201,
    body: { person: { login: 'grace', isAdministrator: false } },
  });
  const members = await server.store.listMembers(course.id);
  expect(members.map(({ person, role }) => [person.login, role])).toContainEqual([
    'grace',
    'student',
  ]);
  const again = await server.call('POST', path, newcomer, instructor.headers);
  expect(again).toMatchObject({ status: 409, body: { error: { code: 'name-taken' } } });
});

test('the receipts of a course outlive it, for those who may delete it', async () => {
  const course = await server.store.createCourse('Short course');
  const path = `/api/v1/courses/${course.slug}`;
  await server.call('POST', `${path}/assignments`, { name: 'Lab', from: { kind: 'blank' } });
  await server.call('DELETE', path, { confirmation: 'Short course' });
  expect(await server.call('GET', path)).toMatchObject({ status: 404 });
  expect(await server.call('GET', `${path}/receipts`)).toMatchObject({
    status: 200,
    body: {
      name: 'Short course',
      removedAt: expect.any(String) as string,
      assignments: [{ name: 'Lab', environments: [] }],
    },
  });
});

test('a class has everybody of the course on its board before anything is deployed', async () => {
  const course = await server.store.createCourse('Long course');
  const path = `/api/v1/courses/${course.slug}`;
  const lab = { name: 'Lab', from: { kind: 'blank' } };
  const made = await server.call('POST', `${path}/assignments`, lab);
  const { slug } = (made.body as { assignment: { slug: string } }).assignment;
  const csv = 'Name;E-mail;Section\nAda;ada@x.example;A\nBea;bea@x.example;B\n';
  await server.call('POST', `${path}/roster/import`, { csv });
  const board = await server.call('GET', `/api/v1/assignments/${slug}/class`);
  expect(board.body).toMatchObject({
    students: [
      { people: [{ name: 'Ada' }], section: 'A', state: 'not-deployed' },
      { people: [{ name: 'Bea' }], section: 'B', state: 'not-deployed' },
    ],
  });
});
