import { initialStatus } from '@labcast/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { roomyHost, startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(() => server.store.saveHostObservation(roomyHost));
afterAll(() => server.remove());

const create = (body: unknown) => server.call('POST', '/api/v1/assignments', body);
const gone = { ...initialStatus, state: 'gone' } as const;

test('an assignment of a type is named after it, the next ones are numbered', async () => {
  const first = await create({ type: 'container', parameters: { memory: '256MiB' } });
  expect(first).toMatchObject({
    status: 201,
    body: {
      assignment: { name: 'container', type: 'container', parameters: { memory: '256MiB' } },
      environment: {
        assignment: 'container',
        environment: 'dev',
        type: 'container',
        wanted: 'running',
        generation: 1,
        settled: false,
        status: { state: 'waiting' },
      },
    },
  });
  const others = await Promise.all(
    [1, 2, 3].map(() => create({ type: 'container', parameters: {} })),
  );
  const names = others.map(
    ({ body }) => (body as { assignment: { name: string } }).assignment.name,
  );
  expect(names.sort()).toEqual(['container-2', 'container-3', 'container-4']);
});

test('an assignment of a lab.yaml keeps it as it was written', async () => {
  const answer = await create({ name: 'own-lab', blueprint: sampleLab });
  expect(answer.status).toBe(201);
  const path = '/api/v1/environments/own-lab/dev/blueprint';
  expect((await server.call('GET', path)).body).toMatchObject({ blueprint: sampleLab });
  const { body } = await server.call('GET', '/api/v1/assignments');
  const { assignments } = body as { assignments: { name: string; environments: unknown[] }[] };
  expect(assignments.find(({ name }) => name === 'own-lab')?.environments).toHaveLength(1);
});

const noise = Array.from({ length: 1_000_000 }, (_, index) =>
  String.fromCharCode(33 + ((index * 7919) % 90)),
).join('');

test.each([
  ['an unknown type', { type: 'webserfer', parameters: {} }, 404, 'type-unknown'],
  [
    'a malformed size',
    { type: 'container', parameters: { memory: '1 gigs' } },
    422,
    'parameter-invalid',
  ],
  [
    'an unknown parameter',
    { type: 'container', parameters: { color: 'red' } },
    422,
    'parameter-invalid',
  ],
  [
    '10 TiB of memory',
    { type: 'container', parameters: { memory: '10TiB' } },
    409,
    'capacity-exceeded',
  ],
  ['a malformed name', { name: 'My Lab!', type: 'container' }, 400, 'request-invalid'],
  ['neither type nor lab.yaml', { name: 'nothing' }, 400, 'request-invalid'],
  [
    'both type and lab.yaml',
    { name: 'both', type: 'container', blueprint: sampleLab },
    400,
    'request-invalid',
  ],
  ['a lab.yaml without a name', { blueprint: sampleLab }, 400, 'request-invalid'],
  ['an unknown field', { type: 'container', colour: 'red' }, 400, 'request-invalid'],
  [
    'a parameter that is a number',
    { type: 'container', parameters: { cpu: 2 } },
    400,
    'request-invalid',
  ],
  ['invalid YAML', { name: 'bad', blueprint: 'version: [1' }, 422, 'blueprint-invalid'],
  ['an empty lab.yaml', { name: 'bad', blueprint: '' }, 422, 'blueprint-invalid'],
  ['1 MB of noise', { name: 'bad', blueprint: noise }, 422, 'blueprint-invalid'],
  [
    'duplicate elements',
    { name: 'bad', blueprint: `${sampleLab}  web: { kind: container, networks: [lan] }\n` },
    422,
    'blueprint-invalid',
  ],
  [
    'overlapping subnets',
    {
      name: 'bad',
      blueprint: sampleLab.replace('networks:', 'networks:\n  dmz: { subnet: 10.10.0.128/25 }'),
    },
    422,
    'blueprint-invalid',
  ],
  [
    'an app on a missing cluster',
    { name: 'bad', blueprint: sampleLab.replace('on: cluster', 'on: clutter') },
    422,
    'blueprint-invalid',
  ],
])('%s is refused with words, and nothing is made', async (_what, body, status, code) => {
  const before = await server.store.listEnvironments();
  const answer = await create(body);
  expect(answer).toMatchObject({ status, body: { error: { code } } });
  const { error } = answer.body as { error: { message: string; requestId: string } };
  expect(error.message.length).toBeGreaterThan(10);
  expect(error.message.length).toBeLessThan(1000);
  expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await server.store.listEnvironments()).toEqual(before);
});

test('problems of a lab.yaml come with line, path and remedy', async () => {
  const blueprint = sampleLab.replace('on: cluster', 'on: clutter');
  const { body } = await create({ name: 'bad', blueprint });
  const { problems } = (body as { error: { problems: unknown[] } }).error;
  expect(problems).toEqual([
    expect.objectContaining({
      file: 'lab.yaml',
      line: 7,
      path: 'elements.shop.on',
      remedy: expect.stringContaining('cluster') as string,
    }),
  ]);
});

test('a name that is taken is refused, also while its assignment is being deleted', async () => {
  const body = { name: 'taken', type: 'container', parameters: {} };
  expect((await create(body)).status).toBe(201);
  expect(await create(body)).toMatchObject({
    status: 409,
    body: { error: { code: 'name-taken' } },
  });
  await server.call('DELETE', '/api/v1/assignments/taken');
  expect(await create(body)).toMatchObject({
    status: 409,
    body: { error: { code: 'name-taken' } },
  });
});

test('more than 2 MiB is refused with 413, and what is no JSON with 400', async () => {
  const answer = await create({ name: 'large', blueprint: 'x'.repeat(3 * 1024 * 1024) });
  expect(answer).toMatchObject({ status: 413, body: { error: { code: 'request-invalid' } } });
  const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' };
  const response = await fetch(`${server.baseUrl}/api/v1/assignments`, {
    method: 'POST',
    headers,
    body: '{"name": ',
  });
  expect(response.status).toBe(400);
});

test('what does not fit beside the others is refused with the numbers', async () => {
  const GiB = 1024 ** 3;
  await server.store.saveHostObservation({ ...roomyHost, memoryTotalBytes: 2 * GiB });
  const answer = await create({ type: 'container', parameters: { memory: '2GiB' } });
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'capacity-exceeded' } } });
  expect(JSON.stringify(answer.body)).toContain('2 GiB');
});

test('a lab whose image was never built here is refused with what to do', async () => {
  await server.store.saveHostObservation({ ...roomyHost, images: ['labcast/gateway'] });
  const answer = await create({ type: 'container', parameters: {} });
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'image-not-found' } } });
  expect(JSON.stringify(answer.body)).toContain('debian-12');
});

test('deleting is asked for once, may be repeated, and is answered after the end as well', async () => {
  const { environment } = (await create({ name: 'short', type: 'container', parameters: {} }))
    .body as { environment: { id: string } };
  const path = '/api/v1/assignments/short';
  const first = await server.call('DELETE', path);
  expect(first).toMatchObject({
    status: 202,
    body: { environments: [{ wanted: 'absent', generation: 2 }] },
  });
  expect(await server.call('DELETE', path)).toEqual(first);
  const { id } = await server.store.getEnvironment(environment.id as never);
  await server.store.saveStatus(id, { ...initialStatus, state: 'failed' });
  const again = await server.call('DELETE', path);
  expect(again).toMatchObject({ status: 202, body: { environments: [{ generation: 3 }] } });
  await server.store.markRemoved(id, gone);
  const after = await server.call('DELETE', path);
  expect(after).toMatchObject({ status: 200, body: { environments: [{ settled: true }] } });
  expect(await server.call('GET', '/api/v1/environments/short/dev')).toMatchObject({
    status: 200,
    body: { removedAt: expect.any(String) as string, settled: true },
  });
});

test('what never was is 404', async () => {
  for (const [method, path] of [
    ['DELETE', '/api/v1/assignments/never'],
    ['GET', '/api/v1/environments/never/dev'],
    ['GET', '/api/v1/receipts/never'],
  ] as const) {
    const answer = await server.call(method, path);
    expect(answer, path).toMatchObject({
      status: 404,
      body: { error: { code: 'assignment-not-found' } },
    });
  }
});

test('a mistake of ours is a 500 that tells nothing of it, and the next call is served', async () => {
  await server.database.query('alter table assignment rename to hidden');
  const broken = await server.call('GET', '/api/v1/assignments');
  await server.database.query('alter table hidden rename to assignment');
  expect(broken).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
  expect(JSON.stringify(broken.body)).not.toContain('relation');
  expect(server.log.join('')).toContain('relation');
  expect((await server.call('GET', '/api/v1/assignments')).status).toBe(200);
});
