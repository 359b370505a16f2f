import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

const blueprint = `version: 1
elements:
  web: { kind: container, image: debian-12 }
checks:
  - { name: page is there, on: web, run: cat /srv/page, expect: { output: hello }, step: 1 }
  - { name: all is well, on: web, run: "true" }
instructions: |
  Welcome.
  ## Write the page
  Write it.
`;

interface Try {
  readonly passed: boolean;
  readonly output: string;
  readonly expected: string;
  readonly askedBy: string;
}
interface Checks {
  readonly checks: readonly { name: string; step?: number; tries: readonly Try[] }[];
}

let server: TestServer;
let owner: TestPerson;
let fellow: TestPerson;
let assistant: TestPerson;
/** What the page's command writes; nothing until the student did the work. */
let page: string | undefined;
let lab = '';
let base = '';

beforeAll(async () => {
  server = await startTestServer({
    exec: ({ request, stdout }) => {
      const isPage = request.command.join(' ').includes('/srv/page');
      if (!isPage) return 0;
      if (page === undefined) return 1;
      stdout.write(page);
      return 0;
    },
  });
  const { store, incus } = server;
  const course = await store.createCourse('Networks 2');
  const request = { courseId: course.id, title: 'Firewall', parameters: {}, blueprint };
  const { slug, id } = await store.createCourseAssignment(request, () => undefined);
  const sign = (role: 'assistant' | 'student') =>
    signInTo(server, { courses: [[course.id, role]] });
  [owner, fellow, assistant] = await Promise.all([
    sign('student'),
    sign('student'),
    sign('assistant'),
  ]);
  const [made] = await store.createEnvironments([
    {
      assignmentId: id,
      role: 'student',
      name: '07',
      wanted: 'running',
      blueprint,
      owners: [owner.person.id],
    },
  ]);
  const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
  await incus.client.createInstance({ ...instance, name: `${made!.key}-web` });
  lab = made!.id;
  base = `/api/v1/assignments/${slug}/environments/07`;
});
afterAll(() => server.remove());

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names what is expected
const call = <Body>(person: TestPerson, method: string, path: string, body?: unknown) =>
  server.call(method, path, body, person.headers) as Promise<{ status: number; body: Body }>;

test('students find their own labs, and nobody finds those of others', async () => {
  const mine = await call<{ labs: unknown[] }>(owner, 'GET', '/api/v1/labs');
  expect(mine.body.labs).toMatchObject([
    { id: lab, title: 'Firewall', environment: '07', checks: { passed: 0, total: 2 } },
  ]);
  for (const other of [fellow, assistant]) {
    expect((await call<{ labs: unknown[] }>(other, 'GET', '/api/v1/labs')).body.labs).toEqual([]);
  }
  const hidden = await call(fellow, 'GET', `/api/v1/labs/${lab}`);
  const nothing = await call(fellow, 'GET', `/api/v1/labs/${lab.replace(/^.{8}/, '00000000')}`);
  expect([hidden.status, nothing.status]).toEqual([404, 404]);
  expect((await call(owner, 'GET', '/api/v1/labs/no-id')).status).toBe(404);
});

test('a lab tells its instructions, checks and whose it is, and never its lab.yaml', async () => {
  const { body } = await call<object>(owner, 'GET', `/api/v1/labs/${lab}`);
  expect(body).toMatchObject({
    isOwn: true,
    people: [{ name: 'Ada' }],
    instructions: 'Welcome.\n## Write the page\nWrite it.\n',
    checks: [{ name: 'page is there', step: 1, tries: [] }, { name: 'all is well' }],
  });
  expect(JSON.stringify(body)).not.toContain('/srv/page');
  const file = `${base.replace('/assignments/', '/environments/').replace('/environments/07', '/07')}/blueprint`;
  expect((await call(owner, 'GET', file)).status).toBe(403);
});

test('a check fails with what it found, passes after the work, and keeps both tries', async () => {
  const path = `${base}/checks/${encodeURIComponent('page is there')}/run`;
  const failed = await call<Checks>(owner, 'POST', path);
  expect(failed.body.checks[0]?.tries).toMatchObject([
    { passed: false, expected: 'exit code 0 and "hello" in the output', askedBy: 'Ada' },
  ]);
  page = 'hello world';
  const passed = await call<Checks>(owner, 'POST', path);
  expect(passed.body.checks[0]?.tries.map((one) => one.passed)).toEqual([true, false]);
  const all = await call<Checks>(owner, 'GET', `${base}/checks`);
  expect(all.body.checks.map(({ tries }) => tries.length)).toEqual([2, 0]);
  const { body } = await call<{ labs: unknown[] }>(owner, 'GET', '/api/v1/labs');
  expect(body.labs).toMatchObject([{ checks: { passed: 1, total: 2 } }]);
});

test('of each check the last tries are kept', async () => {
  for (let run = 0; run < 22; run++) await call(owner, 'POST', `${base}/checks/run`);
  const { body } = await call<Checks>(owner, 'GET', `${base}/checks`);
  expect(body.checks.map(({ tries }) => tries.length)).toEqual([20, 20]);
});

test('a check that is not there is named, with those that are', async () => {
  const { status, body } = await call<{ error: { code: string; remedy: string } }>(
    owner,
    'POST',
    `${base}/checks/${encodeURIComponent('page is here')}/run`,
  );
  expect([status, body.error.code]).toEqual([404, 'check-not-found']);
  expect(body.error.remedy).toContain('page is there');
});

test('who asks for help keeps the place until somebody has helped', async () => {
  const first = await call<{ since: string }>(owner, 'POST', `${base}/help`, { message: 'Stuck' });
  const again = await call<{ since: string }>(owner, 'POST', `${base}/help`, { message: 'Very' });
  expect(again.body).toEqual({ ...first.body, message: 'Very' });
  expect((await call(fellow, 'DELETE', `${base}/help`)).status).toBe(404);
  expect((await call(assistant, 'POST', `${base}/help`, {})).status).toBe(403);
  const seen = await call<object>(assistant, 'GET', `/api/v1/labs/${lab}`);
  expect(seen.body).toMatchObject({ isOwn: false, help: { message: 'Very', askedBy: 'Ada' } });
  expect((await call(assistant, 'DELETE', `${base}/help`)).status).toBe(204);
  expect((await call(assistant, 'DELETE', `${base}/help`)).status).toBe(204);
  const after = await call<object>(owner, 'GET', `/api/v1/labs/${lab}`);
  expect(after.body).not.toHaveProperty('help');
});

test('what those who teach tell to a lab is shown there, newest first, and to nobody else', async () => {
  const { slug } = /assignments\/(?<slug>[^/]+)/.exec(base)!.groups as { slug: string };
  const say = (text: string) =>
    call(assistant, 'POST', `/api/v1/assignments/${slug}/class/actions`, {
      action: 'message',
      environments: ['07'],
      text,
    });
  expect((await say('Twenty minutes left.')).status).toBe(200);
  await say('Ten minutes left.');
  const { body } = await call<{ messages: unknown[] }>(owner, 'GET', `/api/v1/labs/${lab}`);
  const at = expect.any(String) as string;
  expect(body.messages).toMatchObject([
    { text: 'Ten minutes left.', sentBy: 'Ada', at },
    { text: 'Twenty minutes left.', sentBy: 'Ada', at },
  ]);
  expect((await call(fellow, 'GET', `/api/v1/labs/${lab}`)).status).toBe(404);
});

test('in a lab that is stopped no check runs', async () => {
  await server.database.query(`update environment set wanted = 'stopped' where id = $1`, [lab]);
  const { status, body } = await call<{ error: { code: string } }>(
    owner,
    'POST',
    `${base}/checks/run`,
  );
  expect([status, body.error.code]).toEqual([409, 'element-not-running']);
});
