import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { sampleLab } from '../testing/sampleLab.ts';
import { signInTo } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';
import { authorise } from './authorise.ts';

type Headers = Record<string, string>;

/** Everybody whom this test sends to every route. */
const everybody = [
  'no token',
  'a wrong token',
  'an expired session',
  'a revoked token',
  'a student',
  'the owner of the lab',
  'an assistant',
  'the instructor of another course',
  'the instructor',
  "the instructor's token",
  "the instructor's token to look",
  "an administrator's session",
  "the server's administrator token",
] as const;
type Who = (typeof everybody)[number];

const administrators: Who[] = ["an administrator's session", "the server's administrator token"];
const instructors: Who[] = ['the instructor', "the instructor's token", ...administrators];
const watchers: Who[] = ["the instructor's token to look"];
const staff: Who[] = ['an assistant', ...instructors, ...watchers];
const signedIn: Who[] = [
  'a student',
  'the owner of the lab',
  'the instructor of another course',
  ...staff,
];
const teachers: Who[] = ['the instructor of another course', ...instructors];
/** Who is inside the lab of a student, or may look after it. */
const insiders: Who[] = ['the owner of the lab', 'an assistant', ...instructors];
const lookers: Who[] = ['the owner of the lab', ...staff];
const reachers: Who[] = ['the owner of the lab', ...instructors];
const outsiders: Who[] = ['a student', 'the owner of the lab', 'an assistant'];
const without = (all: readonly Who[], ...some: Who[]) => all.filter((who) => !some.includes(who));

/** Who gets past the door of each route that there is, written down by hand: the table of the domain says the same. */
const mayCall: Record<string, readonly Who[]> = {
  'GET /healthz': everybody,
  'GET /readyz': everybody,
  'GET /metrics': administrators,
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1/session': everybody,
  'POST /api/v1/session': everybody,
  'DELETE /api/v1/session': signedIn,
  'POST /api/v1/setup': everybody,
  'POST /api/v1/setup/look': everybody,
  'POST /api/v1/setup-links': administrators,
  'GET /api/v1/server': administrators,
  'GET /api/v1/sessions': without(signedIn, "the server's administrator token", ...watchers),
  'DELETE /api/v1/sessions/:id': without(signedIn, "the server's administrator token", ...watchers),
  'PATCH /api/v1/account': without(signedIn, ...watchers),
  'GET /api/v1/tokens': without(signedIn, "the server's administrator token", ...watchers),
  'POST /api/v1/tokens': without(signedIn, ...watchers),
  'DELETE /api/v1/tokens/:id': without(signedIn, "the server's administrator token", ...watchers),
  'PUT /api/v1/password': without(signedIn, ...watchers),
  'GET /api/v1/people': administrators,
  'POST /api/v1/people': administrators,
  'PATCH /api/v1/people/:person': administrators,
  'DELETE /api/v1/people/:person': administrators,
  'GET /api/v1/audit': administrators,
  'GET /api/v1/audit.csv': administrators,
  'GET /api/v1/admin/ledger': administrators,
  'GET /api/v1/admin/capacity': administrators,
  'GET /api/v1/types': signedIn,
  'GET /api/v1/types/:type': signedIn,
  'GET /api/v1/scenarios': signedIn,
  'POST /api/v1/types': teachers,
  'DELETE /api/v1/types/:type': teachers,
  'GET /api/v1/images': signedIn,
  'GET /api/v1/images/uploads': teachers,
  'POST /api/v1/images/uploads': teachers,
  'GET /api/v1/images/uploads/:id': teachers,
  'PATCH /api/v1/images/uploads/:id': teachers,
  'DELETE /api/v1/images/uploads/:id': teachers,
  'GET /api/v1/capacity': without(signedIn, ...outsiders),
  'POST /api/v1/needs/plan': without(signedIn, ...outsiders),
  'GET /api/v1/events': signedIn,
  'POST /api/v1/sweeps': administrators,
  'GET /api/v1/sweeps/:id': administrators,
  'GET /api/v1/courses': signedIn,
  'POST /api/v1/courses': ['the instructor of another course', ...instructors],
  'GET /api/v1/courses/:course': ['a student', ...lookers],
  'PATCH /api/v1/courses/:course': instructors,
  'DELETE /api/v1/courses/:course': instructors,
  'GET /api/v1/courses/:course/people': staff,
  'POST /api/v1/courses/:course/people': instructors,
  'POST /api/v1/courses/:course/roster/preview': instructors,
  'POST /api/v1/courses/:course/roster/import': instructors,
  'POST /api/v1/courses/:course/invitations': instructors,
  'DELETE /api/v1/courses/:course/invitations/:person': instructors,
  'POST /api/v1/invitations/look': everybody,
  'POST /api/v1/invitations/accept': everybody,
  'GET /api/v1/courses/:course/join-codes': instructors,
  'POST /api/v1/courses/:course/join-codes': instructors,
  'DELETE /api/v1/courses/:course/join-codes/:id': instructors,
  'POST /api/v1/join': without(signedIn, ...watchers),
  'POST /api/v1/join/look': everybody,
  'POST /api/v1/join/account': everybody,
  'GET /api/v1/courses/:course/receipts': instructors,
  'PUT /api/v1/courses/:course/people/:person': instructors,
  'DELETE /api/v1/courses/:course/people/:person': instructors,
  'POST /api/v1/courses/:course/assignments': instructors,
  'GET /api/v1/assignments': signedIn,
  'POST /api/v1/assignments': administrators,
  'GET /api/v1/assignments/:assignment': staff,
  'PATCH /api/v1/assignments/:assignment': instructors,
  'DELETE /api/v1/assignments/:assignment': instructors,
  'GET /api/v1/assignments/:assignment/checkpoints': staff,
  'POST /api/v1/assignments/:assignment/checkpoints': instructors,
  'GET /api/v1/assignments/:assignment/checkpoints/:number': staff,
  'DELETE /api/v1/assignments/:assignment/checkpoints/:number': instructors,
  'GET /api/v1/assignments/:assignment/compare': staff,
  'GET /api/v1/assignments/:assignment/pipeline': staff,
  'POST /api/v1/assignments/:assignment/runs': instructors,
  'GET /api/v1/assignments/:assignment/runs/:number': staff,
  'GET /api/v1/assignments/:assignment/runs/:number/log': staff,
  'POST /api/v1/assignments/:assignment/runs/:number/cancel': instructors,
  'POST /api/v1/assignments/:assignment/runs/:number/approve': instructors,
  'POST /api/v1/assignments/:assignment/runs/:number/again': instructors,
  'GET /api/v1/assignments/:assignment/releases': staff,
  'GET /api/v1/assignments/:assignment/releases/:number': staff,
  'POST /api/v1/assignments/:assignment/releases/:number/go-back': instructors,
  'POST /api/v1/assignments/:assignment/environments/:environment/restore': instructors,
  'POST /api/v1/assignments/:assignment/environments/:environment/reset': insiders,
  'POST /api/v1/assignments/:assignment/environments/:environment/update': insiders,
  'GET /api/v1/assignments/:assignment/environments/:environment/tasks': lookers,
  'GET /api/v1/assignments/:assignment/layout': staff,
  'PUT /api/v1/assignments/:assignment/layout': instructors,
  'GET /api/v1/assignments/:assignment/class': staff,
  'POST /api/v1/assignments/:assignment/class/actions': without(staff, ...watchers),
  'PUT /api/v1/assignments/:assignment/class/policy': instructors,
  'POST /api/v1/assignments/:assignment/class/freeze': instructors,
  'GET /api/v1/assignments/:assignment/class/results.csv': staff,
  'GET /api/v1/assignments/:assignment/rollouts': staff,
  'POST /api/v1/assignments/:assignment/rollouts': instructors,
  'POST /api/v1/assignments/:assignment/rollouts/plan': staff,
  'GET /api/v1/assignments/:assignment/rollouts/:number': staff,
  'POST /api/v1/assignments/:assignment/rollouts/:number/:action': instructors,
  'POST /api/v1/environments/:assignment/:environment/frozen/open': instructors,
  'GET /api/v1/labs': signedIn,
  'GET /api/v1/labs/:lab': lookers,
  'GET /api/v1/assignments/:assignment/environments/:environment/checks': lookers,
  'POST /api/v1/assignments/:assignment/environments/:environment/checks/run': insiders,
  'POST /api/v1/assignments/:assignment/environments/:environment/checks/:check/run': insiders,
  'POST /api/v1/assignments/:assignment/environments/:environment/help': [
    'the owner of the lab',
    ...administrators,
  ],
  'DELETE /api/v1/assignments/:assignment/environments/:environment/help': insiders,
  'GET /api/v1/receipts/:assignment': staff,
  'GET /api/v1/environments/:assignment/:environment': lookers,
  'GET /api/v1/environments/:assignment/:environment/log': lookers,
  'GET /api/v1/environments/:assignment/:environment/blueprint': staff,
  'POST /api/v1/environments/:assignment/:environment/plan': staff,
  'PUT /api/v1/environments/:assignment/:environment/blueprint': instructors,
  'POST /api/v1/environments/:assignment/:environment/actions': insiders,
  'DELETE /api/v1/environments/:assignment/:environment/before-disks': insiders,
  'GET /api/v1/environments/:assignment/:environment/usage': lookers,
  'PUT /api/v1/environments/:assignment/:environment/presence': lookers,
  'DELETE /api/v1/environments/:assignment/:environment/presence': lookers,
  'POST /api/v1/environments/:assignment/:environment/elements/:element/actions': insiders,
  'POST /api/v1/environments/:assignment/:environment/elements/:element/eject': insiders,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/cluster': lookers,
  'GET /api/v1/environments/:assignment/:environment/exec': reachers,
  'GET /api/v1/environments/:assignment/:environment/forward': reachers,
  'POST /api/v1/environments/:assignment/:environment/elements/:element/page': insiders,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/files': reachers,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/export': reachers,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/files/state': reachers,
  'PUT /api/v1/environments/:assignment/:environment/elements/:element/files': reachers,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/logs': insiders,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/viewers': insiders,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/terminal': insiders,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/screen': insiders,
  'GET /api/v1/environments/:assignment/:environment/elements/:element/serial': insiders,
};

let server: TestServer;
const headersOf = new Map<Who, Headers>();
/** In the course of all those of whom no other is said. */
const names = {
  course: '',
  assignment: '',
  environment: '07',
  element: 'web',
  person: 'nobody',
  type: 'none',
  id: 'x',
  number: '1',
  action: 'pause',
  lab: '',
  check: 'none',
};

beforeAll(async () => {
  const lasting = new Promise<number>(() => undefined);
  server = await startTestServer({
    exec: ({ request }) => (request.command[0] === 'cat' ? lasting : 0),
  });
  const { store, database, token } = server;
  const course = await store.createCourse('Networks 2');
  const other = await store.createCourse('Another');
  const request = { courseId: course.id, title: 'Firewall', parameters: {}, blueprint: sampleLab };
  const { slug, id } = await store.createCourseAssignment(request, () => undefined);
  Object.assign(names, { course: course.slug, assignment: slug });
  const sign = (role?: 'instructor' | 'assistant' | 'student', where = course) =>
    signInTo(server, { courses: role ? [[where.id, role]] : [] });
  const instructor = await sign('instructor');
  const owner = await sign('student');
  const lab = { assignmentId: id, wanted: 'running', blueprint: sampleLab } as const;
  const [made07] = await store.createEnvironments([
    { ...lab, role: 'student', name: '07', owners: [owner.person.id] },
    { ...lab, role: 'prod', name: 'prod' },
  ]);
  names.lab = made07!.id;
  const expired = await sign('instructor');
  await database.query(
    `update session set seen_at = now() - interval '13 hours' where person_id = $1`,
    [expired.person.id],
  );
  const revoked = await instructor.createToken('admin');
  const [made] = await store.listTokens(instructor.person.id);
  await store.removeToken(instructor.person.id, made!.id);
  const entries: [Who, Headers][] = [
    ['no token', {}],
    ['a wrong token', { authorization: `Bearer ${'x'.repeat(43)}` }],
    ['an expired session', expired.headers],
    ['a revoked token', revoked],
    ['a student', (await sign('student')).headers],
    ['the owner of the lab', owner.headers],
    ['an assistant', (await sign('assistant')).headers],
    ['the instructor of another course', (await sign('instructor', other)).headers],
    ['the instructor', instructor.headers],
    ["the instructor's token", await instructor.createToken('admin')],
    ["the instructor's token to look", await instructor.createToken('read')],
    ["an administrator's session", (await signInTo(server, { isAdministrator: true })).headers],
    ["the server's administrator token", { authorization: `Bearer ${token}` }],
  ];
  for (const [who, headers] of entries) headersOf.set(who, headers);
});
afterAll(() => server.remove());

function fill(url: string): string {
  return url.replace(/:(\w+)/g, (_all, name: keyof typeof names) => names[name]);
}

/** What keeps a caller out, and undefined for one who is let in, whatever is said about the rest of the request. */
async function refusalOf(method: string, url: string, headers: Headers) {
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
}

/** From strangers all that belongs to courses, and from students all environments of others. */
function isHidden(url: string, who: Who): boolean {
  if (who.includes('another')) return /:(course|assignment|lab)/.test(url);
  return who === 'a student' && /:(environment|lab)/.test(url);
}

test('this test knows every route and socket of the server', () => {
  const routes = server.app.declaredRoutes.map(({ method, url }) => `${method} ${url}`);
  expect(routes.sort()).toEqual(Object.keys(mayCall).sort());
});

describe.each(Object.entries(mayCall))('%s', (route, let_in) => {
  const [method = '', url = ''] = route.split(' ');
  // Signing out is one of the routes.
  afterEach(() => server.database.query('update session set ended_at = null'));

  test.each(everybody)('is open or closed to %s, as it should be', async (who) => {
    const refusal = await refusalOf(method, url, headersOf.get(who) ?? {});
    if (let_in.includes(who)) {
      expect(refusal).toBeUndefined();
      return;
    }
    if (!signedIn.includes(who)) expect(refusal).toMatchObject({ status: 401 });
    else if (isHidden(url, who)) expect(refusal).toMatchObject({ status: 404 });
    else expect(refusal).toMatchObject({ status: 403 });
  });
});

test('what is hidden is refused in the very words for what is not there', async () => {
  const headers = headersOf.get('the instructor of another course') ?? {};
  for (const url of ['/api/v1/courses/:course', '/api/v1/assignments/:assignment']) {
    const hidden = await refusalOf('GET', url, headers);
    const name = url.includes('course') ? names.course : names.assignment;
    const nothing = await refusalOf('GET', url.replace(/:\w+/, 'nothing-2222'), headers);
    expect(hidden?.message.replace(name, 'nothing-2222')).toBe(nothing?.message);
    expect(hidden?.code).toBe(nothing?.code);
  }
});

test('all strangers get the same words', async () => {
  const strangers = without(everybody, ...signedIn);
  const odd = ['Bearer ', 'Basic YWRtaW46YWRtaW4=', `Bearer ${'x'.repeat(10_000)}`, 'Bearer lct_'];
  const all = [
    ...strangers.map((who) => headersOf.get(who) ?? {}),
    ...odd.map((authorization) => ({ authorization })),
  ];
  const answers = await Promise.all(
    all.map((headers) => refusalOf('GET', '/api/v1/types', headers)),
  );
  expect(new Set(answers.map((answer) => answer?.message)).size).toBe(1);
  expect(answers.every((answer) => answer?.code === 'not-signed-in')).toBe(true);
});

async function openSocket(what: string, headers: Headers): Promise<number> {
  const path = fill(`/api/v1/environments/:assignment/:environment/${what}`);
  const socket = new WebSocket(`${server.baseUrl.replace('http', 'ws')}${path}`, { headers });
  const status = await new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  });
  socket.terminate();
  return status;
}

const ofEnvironments = Object.keys(mayCall).filter((route) => route.includes(':environment'));

test.each(['dev', 'prod', 'nothing'])(
  "students learn nothing of what is called %s, and assistants get into no instructor's lab",
  async (environment) => {
    const refused = async (route: string, who: Who) => {
      const [method = '', url = ''] = route.split(' ');
      const there = url.replace(':environment', environment);
      return refusalOf(method, there, headersOf.get(who) ?? {});
    };
    for (const route of ofEnvironments) {
      for (const who of ['a student', 'the owner of the lab'] as const) {
        expect(await refused(route, who), route).toMatchObject({ code: 'assignment-not-found' });
      }
      const mayLook = mayCall[route]?.includes("the instructor's token to look");
      if (mayLook) continue;
      expect(await refused(route, 'an assistant'), route).toMatchObject({ status: 403 });
    }
  },
);

describe('sockets', () => {
  const sockets = [
    'exec?element=web&command=true',
    'forward?element=web&port=80',
    'elements/web/terminal',
    'elements/web/screen',
    'elements/web/serial',
  ];
  beforeAll(async () => {
    const assignment = await server.store.findAssignment(names.assignment);
    const { key } = (await server.store.findEnvironment(assignment!.name, '07'))!;
    for (const element of ['web', 'gateway']) {
      const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
      await server.incus.client.createInstance({ ...instance, name: `${key}-${element}` });
    }
    // Deleting it was one of the routes above.
    await server.database.query(`update environment set wanted = 'running'`);
  });

  test.each(everybody)('open for %s only into labs of the own course', async (who) => {
    for (const what of sockets) {
      const status = await openSocket(what, headersOf.get(who) ?? {});
      const isConsole = what.startsWith('elements');
      if ((isConsole ? insiders : reachers).includes(who)) expect(status, what).toBe(101);
      else if (!signedIn.includes(who)) expect(status, what).toBe(401);
      else expect(status, what).toBe(isHidden('/:assignment/:environment', who) ? 404 : 403);
    }
  });

  test('do not open for a cookie from a page of another origin, or of none', async () => {
    const { cookie = '' } = headersOf.get('the instructor') ?? {};
    const sites: Headers[] = [
      { cookie },
      { cookie, origin: 'null' },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: server.baseUrl.replace(/\d+$/, '9') },
      { cookie, origin: server.baseUrl, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of sites) {
      for (const what of sockets) expect(await openSocket(what, headers)).toBe(403);
    }
  });

  test('lead into the gateway only for administrators', async () => {
    const into = (who: Who) => openSocket('exec?element=gateway&command=true', headersOf.get(who)!);
    expect(await into('the instructor')).toBe(403);
    expect(await into('the owner of the lab')).toBe(403);
    expect(await into("an administrator's session")).toBe(101);
  });

  test('close when the role is taken away', async () => {
    const { store, baseUrl } = server;
    const course = (await store.findCourse(names.course))!;
    const guest = await signInTo(server, { courses: [[course.id, 'instructor']] });
    const path = fill('/api/v1/environments/:assignment/:environment/exec?element=web&command=cat');
    const { headers } = guest;
    const socket = new WebSocket(`${baseUrl.replace('http', 'ws')}${path}`, { headers });
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await store.removeMember(course.id, guest.person.id);
    expect(await closed).toBe(1008);
  });
});

test('a route that does not say who may call it keeps the server from starting', async () => {
  const app = Fastify();
  authorise(app, { store: server.store, settings: {} });
  expect(() => app.get('/forgotten', () => 'hello')).toThrow('GET /forgotten does not declare');
  const config = { access: 'roster:view' } as const;
  expect(() => app.get('/people', { config }, () => 'hello')).toThrow('in which course');
  const invented = { access: 'roster:burn' as 'roster:view' };
  expect(() => app.get('/x/:course', { config: invented }, () => 'hello')).toThrow('not declare');
  await app.close();
});

test('what is no route is 404, with and without a token', async () => {
  expect((await fetch(`${server.baseUrl}/api/v1/nothing`)).status).toBe(404);
  expect((await server.call('GET', '/api/v1/nothing')).status).toBe(404);
});

test('a page of another site is refused, whatever it sends', async () => {
  const { token, baseUrl } = server;
  const headers = { authorization: `Bearer ${token}`, origin: 'https://evil.example' };
  const response = await fetch(`${baseUrl}/api/v1/types`, { headers });
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('a name that was rebound to this address is refused, and loopback in any spelling is served', async () => {
  const status = async (host: string) =>
    (await server.app.inject({ url: '/healthz', headers: { host } })).statusCode;
  for (const host of ['evil.example', 'evil.example:8080', 'localhost.evil.example', '10.0.0.1']) {
    expect(await status(host), host).toBe(403);
  }
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080']) {
    expect(await status(host), host).toBe(200);
  }
});

test('every answer keeps browsers from doing anything with it', async () => {
  for (const path of ['/healthz', '/api/v1/types', '/nothing']) {
    const { headers } = await fetch(`${server.baseUrl}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('tokens, cookies, commands and what is asked for stand in no log line', async () => {
  await server.call('GET', '/api/v1/environments/x/dev/exec?element=web&command=secret-word');
  await server.call('GET', '/api/v1/assignments');
  await fetch(`${server.baseUrl}/api/v1/types`, { headers: { authorization: 'Bearer guessed' } });
  const text = server.log.join('');
  expect(text).toContain('/api/v1/assignments');
  const { cookie = '', 'x-labcast-csrf': csrf = '' } = headersOf.get('the instructor') ?? {};
  const bearer = headersOf.get("the instructor's token")?.authorization ?? '';
  const secrets = [cookie.split('=')[1]!, csrf, bearer.split(' ')[1]!];
  for (const secret of [server.token, 'guessed', 'secret-word', 'Bearer', ...secrets]) {
    expect(text).not.toContain(secret);
  }
});
