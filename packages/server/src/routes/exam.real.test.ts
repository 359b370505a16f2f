import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

const blueprint = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web: { kind: container, image: debian-12 }
checks:
  - { name: all is well, on: web, run: "true" }
`;

let server: TestServer;
let owner: TestPerson;
let instructor: TestPerson;
let slug = '';
let name = '';
let lab = '';

beforeAll(async () => {
  // A shell, or whatever else is asked for, stays until it is closed.
  server = await startTestServer({
    exec: ({ request }) =>
      request.command.join(' ').includes('tmux') ? new Promise<number>(() => undefined) : 0,
  });
  const { store, incus } = server;
  const course = await store.createCourse('Networks 2');
  const request = { courseId: course.id, title: 'Firewall', parameters: {}, blueprint };
  const assignment = await store.createCourseAssignment(request, () => undefined);
  ({ slug, name } = assignment);
  const sign = (role: 'instructor' | 'student') =>
    signInTo(server, { courses: [[course.id, role]] });
  [owner, instructor] = await Promise.all([sign('student'), sign('instructor')]);
  const [made] = await store.createEnvironments([
    {
      assignmentId: assignment.id,
      role: 'student',
      name: '07',
      wanted: 'running',
      blueprint,
      owners: [owner.person.id],
    },
  ]);
  lab = made!.id;
  const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
  await incus.client.createInstance({ ...instance, name: `${made!.key}-web` });
});
afterAll(() => server.remove());
beforeEach(() => setExam(undefined));

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

async function setExam(
  exam: { startsAt?: string; endsAt?: string } | undefined,
  extra = 0,
): Promise<void> {
  await server.database.query(
    'update environment set extra_minutes = $2, frozen_at = null where id = $1',
    [lab, extra],
  );
  const path = `/api/v1/assignments/${slug}/class/policy`;
  expect((await server.call('PUT', path, exam ? { exam } : {})).status).toBe(200);
}

interface Refusal {
  readonly error: { code: string; message: string; opensAt?: string };
}
const call = (person: TestPerson, method: string, path: string, body?: unknown) =>
  server.call(method, path, body, person.headers) as Promise<{ status: number; body: Refusal }>;
const environment = () => `/api/v1/environments/${slug}/07`;
const checks = () => `/api/v1/assignments/${slug}/environments/07`;

/** Everything by which somebody gets into a lab or sets it going. */
const doors = (): (readonly [string, string, unknown?])[] => [
  ['POST', `${environment()}/actions`, { action: 'start' }],
  ['POST', `${environment()}/elements/web/actions`, { action: 'restart' }],
  ['POST', `${checks()}/reset`, {}],
  ['POST', `${checks()}/checks/run`],
  ['GET', `${environment()}/elements/web/viewers`],
  ['GET', `${environment()}/elements/web/files?path=`],
  ['GET', `${environment()}/elements/web/files?path=a&download=1`],
  ['POST', `${environment()}/elements/web/page?port=80`],
];

async function trySocket(person: TestPerson, path: string): Promise<number | 'open'> {
  const socket = new WebSocket(`${server.baseUrl.replace('http', 'ws')}${path}`, {
    headers: person.headers,
  });
  try {
    return await new Promise((resolve, reject) => {
      socket.once('open', () => resolve('open'));
      socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      socket.once('error', reject);
    });
  } finally {
    socket.on('error', () => undefined);
    socket.terminate();
  }
}
const sockets = () => [
  `${environment()}/elements/web/terminal?columns=80&rows=24`,
  `${environment()}/exec?element=web&command=true`,
  `${environment()}/forward?element=web&port=80`,
];

test('before the start the student is told when it opens, at every door', async () => {
  const startsAt = minutes(30);
  await setExam({ startsAt });
  for (const [method, path, body] of doors()) {
    const answer = await call(owner, method, path, body);
    expect(answer, path).toMatchObject({
      status: 409,
      body: { error: { code: 'environment-not-open', opensAt: startsAt } },
    });
    expect(answer.body.error.message).toMatch(/opens at \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  }
  for (const path of sockets()) expect(await trySocket(owner, path), path).toBe(409);
  const { body } = await server.call('GET', `/api/v1/labs/${lab}`, undefined, owner.headers);
  expect(body).toMatchObject({ isExam: true, opensAt: startsAt, exam: { startsAt } });
});

test('those who teach go in before, to prepare it', async () => {
  await setExam({ startsAt: minutes(30) });
  const answer = await call(instructor, 'GET', `${environment()}/elements/web/viewers`);
  expect(answer.status).toBe(200);
  expect(await trySocket(instructor, sockets()[0]!)).toBe('open');
});

test('during it the student works, without internet, and takes nothing out', async () => {
  const endsAt = minutes(30);
  await setExam({ startsAt: minutes(-1), endsAt });
  expect((await call(owner, 'GET', `${environment()}/elements/web/viewers`)).status).toBe(200);
  expect(await trySocket(owner, sockets()[0]!)).toBe('open');
  expect((await server.store.findEnvironment(name, '07'))?.sealed).toBe(true);
  const { body } = await server.call('GET', `/api/v1/labs/${lab}`, undefined, owner.headers);
  expect(body).toMatchObject({
    isExam: true,
    deadline: endsAt,
    exam: { endsAt },
    environment: { clipboard: 'in' },
  });
  const download = `${environment()}/elements/web/files?path=a&download=1`;
  expect(await call(owner, 'GET', download)).toMatchObject({
    status: 403,
    body: { error: { message: 'This is an exam: nothing is taken out of the lab.' } },
  });
  expect(await trySocket(owner, sockets()[2]!)).toBe(403);
  expect((await call(instructor, 'GET', download)).status).not.toBe(403);
  const work = `${environment()}/elements/web/export`;
  expect((await call(owner, 'GET', work)).status).toBe(403);
});

test('at its end the doors close, also those that stand open, later for whom it was made longer', async () => {
  await setExam({ endsAt: minutes(30) });
  const socket = new WebSocket(`${server.baseUrl.replace('http', 'ws')}${sockets()[0]!}`, {
    headers: owner.headers,
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise<string>((resolve) =>
    socket.once('close', (code, reason) => resolve(`${String(code)} ${reason.toString()}`)),
  );
  await setExam({ endsAt: minutes(-1) });
  expect(await closed).toMatch(/^4403 .*the time of this lab is over/);
  const look = () => call(owner, 'GET', `${environment()}/elements/web/viewers`);
  expect(await look()).toMatchObject({
    status: 409,
    body: { error: { code: 'environment-frozen' } },
  });
  await setExam({ endsAt: minutes(-1) }, 15);
  expect((await look()).status).toBe(200);
});

test('when it is taken away the clipboard and the internet are there again', async () => {
  await setExam({ endsAt: minutes(30) });
  await setExam(undefined);
  expect((await server.store.findEnvironment(name, '07'))?.sealed).toBe(false);
  const { body } = await server.call('GET', `/api/v1/labs/${lab}`, undefined, owner.headers);
  expect(body).toMatchObject({ isExam: false, environment: { clipboard: 'both' } });
  expect(body).not.toHaveProperty('exam');
});

test('an exam that ends before it begins is refused', async () => {
  const exam = { startsAt: minutes(60), endsAt: minutes(30) };
  const answer = await server.call('PUT', `/api/v1/assignments/${slug}/class/policy`, { exam });
  expect(answer).toMatchObject({
    status: 400,
    body: { error: { message: 'exam.endsAt: The exam ends before it begins.' } },
  });
});

test('a place that is deployed later opens then, and an exam does not make it look deployed', async () => {
  const { store } = server;
  const assignment = (await store.findAssignment(slug))!;
  const startsAt = new Date(Date.now() + 3_600_000);
  await store.createRollout({
    assignmentId: assignment.id,
    kind: 'deploy',
    releaseNumber: 1,
    canary: false,
    atFirstOpen: false,
    startsAt,
    choices: {},
    requestedBy: 'Ada',
    environments: [],
    places: [
      { role: 'student', name: '08', wanted: 'stopped', blueprint, owners: [owner.person.id] },
    ],
  });
  const later = (await store.findEnvironment(name, '08'))!;
  const start = () =>
    call(owner, 'POST', `/api/v1/environments/${slug}/08/actions`, { action: 'start' });
  expect(await start()).toMatchObject({
    status: 409,
    body: { error: { code: 'environment-not-open', opensAt: startsAt.toISOString() } },
  });
  const labs = await server.call('GET', '/api/v1/labs', undefined, owner.headers);
  const { labs: listed } = labs.body as { labs: { id: string; opensAt?: string }[] };
  expect(listed.find(({ id }) => id === later.id)?.opensAt).toBe(startsAt.toISOString());
  await setExam({ endsAt: minutes(30) });
  const board = await server.call('GET', `/api/v1/assignments/${slug}/class`);
  const { students } = board.body as { students: { environment: string; state: string }[] };
  expect(students.find((one) => one.environment === '08')?.state).toBe('not-deployed');
});
