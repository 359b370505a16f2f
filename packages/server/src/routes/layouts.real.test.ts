import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let teacher: TestPerson;
let layout: string;
beforeAll(async () => {
  server = await startTestServer();
  const administrator = await signInTo(server, { isAdministrator: true });
  teacher = await signInTo(server);
  const course = await by(administrator)('POST', '/courses', { name: 'Networks 2' });
  const { slug } = (course.body as { course: { slug: string } }).course;
  const path = `/courses/${slug}/people/${teacher.person.login}`;
  await by(administrator)('PUT', path, { role: 'instructor' });
  const made = await by(teacher)('POST', `/courses/${slug}/assignments`, {
    name: 'Firewall basics',
    from: { kind: 'blank' },
  });
  const { assignment } = made.body as { assignment: { slug: string } };
  layout = `/assignments/${assignment.slug}/layout`;
});
afterAll(() => server.remove());

const by = (person: TestPerson) => (method: string, path: string, body?: unknown) =>
  server.call(method, `/api/v1${path}`, body, person.headers);

test('where things were put is where they are found again', async () => {
  expect((await by(teacher)('GET', layout)).body).toEqual({ positions: {} });
  const positions = { web: { x: 12.5, y: -40 }, lan: { x: 0, y: 0 } };
  expect((await by(teacher)('PUT', layout, { positions })).status).toBe(200);
  expect((await by(teacher)('GET', layout)).body).toEqual({ positions });
});

test('a layout that no canvas can have is refused', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 501 }, (_, index) => [`e${index}`, { x: 0, y: 0 }]),
  );
  for (const positions of [many, { web: { x: 1e9, y: 0 } }, { web: { x: 'left', y: 0 } }, []])
    expect((await by(teacher)('PUT', layout, { positions })).status).toBe(400);
});

test("another course's layout is not found", async () => {
  const stranger = await signInTo(server);
  expect((await by(stranger)('GET', layout)).status).toBe(404);
  expect((await by(stranger)('PUT', layout, { positions: {} })).status).toBe(404);
});
