import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { signInTo } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.remove());

const plan = (body: object) => server.call('POST', '/api/v1/needs/plan', body);

test('plain needs become a lab.yaml from which an assignment is made, with its dev environment', async () => {
  const { status, body } = await plan({ students: 4, container: { count: 1 }, webserver: true });
  expect(status).toBe(200);
  const { blueprint } = body as { blueprint: string };
  expect(body).toMatchObject({
    title: 'Machine, web server on a cluster',
    fits: true,
    most: 4,
    class: { copies: 5, addresses: 5, instances: 15 },
    host: { cpus: 4, addressesUsed: 0, overcommit: { memory: 1.5 } },
  });
  const course = await server.store.createCourse('Networks 2');
  const made = await server.call('POST', `/api/v1/courses/${course.slug}/assignments`, {
    name: 'From needs',
    from: { kind: 'blueprint', blueprint },
  });
  expect(made).toMatchObject({
    status: 201,
    body: { assignment: { environments: [{ environment: 'dev', wanted: 'running' }] } },
  });
});

test('a class that does not fit is told so, with ways out that name the labs that are there', async () => {
  await server.store.createAssignment(
    { name: 'present', parameters: {}, blueprint: sampleLab },
    () => undefined,
  );
  const { body } = await plan({ students: 100, container: { count: 1, memory: '2GiB' } });
  expect(body).toMatchObject({
    fits: false,
    problems: [{ path: 'memory', message: expect.stringContaining('other labs have') as string }],
    waysOut: [
      { kind: 'fewer-students' },
      { kind: 'smaller', element: 'machine' },
      { kind: 'stop-labs' },
    ],
  });
  const { most } = body as { most: number };
  expect(await plan({ students: most, container: { count: 1, memory: '2GiB' } })).toMatchObject({
    body: { fits: true, most },
  });
});

test('wishes that cannot be are refused together, each with its path', async () => {
  const { status, body } = await plan({ students: 0, memory: '512', cluster: { nodes: 40 } });
  expect(status).toBe(422);
  const { error } = body as { error: { code: string; problems: { path: string }[] } };
  expect(error.code).toBe('parameter-invalid');
  expect(error.problems.map(({ path }) => path)).toEqual(['students', 'cluster.nodes', 'memory']);
});

test('a question is no change, and stands in no audit', async () => {
  const { headers } = await signInTo(server, { isAdministrator: true });
  await server.call('POST', '/api/v1/needs/plan', { students: 1, desktop: true }, headers);
  const { body } = await server.call('GET', '/api/v1/audit');
  expect(JSON.stringify(body)).not.toContain('needs/plan');
});
