import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let slug: string;
let instructor: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  const course = await server.store.createCourse('Networks 2');
  slug = course.slug;
  instructor = await signInTo(server, { courses: [[course.id, 'instructor']] });
});
afterAll(() => server.remove());

const call = (method: string, path: string, body?: unknown) =>
  server.call(method, `/api/v1/courses/${slug}${path}`, body, instructor.headers);
const stranger = (path: string, body: unknown) => server.call('POST', `/api/v1${path}`, body, {});

const good = 'Name;E-mail;ID;Section\nAda;ada@x.example;1;A\nBob;bob@x.example;2;B\n';
const bad = `${good};nobody;3;A\nEve;eve@x.example;1;A\n`;
const password = 'correct horse battery';

test('a preview writes nothing, mistakes refuse an import, and the other lines can be imported', async () => {
  const preview = await call('POST', '/roster/preview', { csv: bad });
  expect(preview).toMatchObject({
    status: 200,
    body: {
      counts: { new: 2, changed: 0, unchanged: 0, missing: 0, problems: 2 },
      problems: [{ line: 4 }, { line: 4 }, { line: 5, message: 'Same student number as line 2.' }],
    },
  });
  expect(await server.store.findPerson('ada@x.example')).toBeUndefined();
  expect(await call('POST', '/roster/import', { csv: bad })).toMatchObject({
    status: 400,
    body: { error: { code: 'request-invalid', problems: [{ line: 4 }, { line: 4 }, { line: 5 }] } },
  });
  expect(await call('POST', '/roster/import', { csv: bad, skipProblems: true })).toMatchObject({
    status: 200,
    body: { counts: { new: 2 } },
  });
  expect(await call('POST', '/roster/import', { csv: good })).toMatchObject({
    body: { counts: { new: 0, unchanged: 2 } },
  });
});

test('nobody is taken out of a course by an import who is not named', async () => {
  const csv = 'name,email\nAda,ada@x.example\n';
  const answer = await call('POST', '/roster/import', { csv });
  expect(answer).toMatchObject({ body: { missing: [{ login: 'bob@x.example' }] } });
  const remove = ['ada@x.example'];
  expect(await call('POST', '/roster/import', { csv, remove })).toMatchObject({ status: 400 });
  await call('POST', '/roster/import', { csv, remove: ['bob@x.example'] });
  expect(await call('POST', '/roster/preview', { csv })).toMatchObject({
    body: { counts: { missing: 0 } },
  });
});

test('an invited person sets a password by a link, which works once, and is in the audit without its secret', async () => {
  const made = await call('POST', '/invitations', { people: ['ada@x.example', 'nobody'] });
  expect(made).toMatchObject({ status: 201, body: { refused: [{ person: 'nobody' }] } });
  const { invitations } = made.body as { invitations: { url: string }[] };
  const token = invitations[0]!.url.replace(/.*\/invite\//, '');
  expect(await stranger('/invitations/look', { token })).toMatchObject({
    status: 200,
    body: { login: 'ada@x.example', courses: [{ slug }] },
  });
  expect(await stranger('/invitations/accept', { token, password })).toMatchObject({ status: 201 });
  expect(await stranger('/invitations/accept', { token, password })).toMatchObject({ status: 410 });
  const login = { login: 'ada@x.example', password };
  expect(await stranger('/session', login)).toMatchObject({ status: 200 });
  expect(await call('POST', '/invitations', { people: ['ada@x.example'] })).toMatchObject({
    body: { invitations: [], refused: [{ reason: 'Has a password already.' }] },
  });
  const entries = await server.store.listAudit({ most: 50 });
  expect(entries.some(({ means }) => means === 'invitation')).toBe(true);
  expect(JSON.stringify(entries)).not.toContain(token);
});

test('a course cannot invite in the name of another course', async () => {
  const other = await server.store.createCourse('Other');
  const account = { login: 'made-elsewhere', name: 'Zoe', isAdministrator: false };
  await server.store.createMember(other.id, account, 'assistant', {});
  await call('PUT', '/people/made-elsewhere', { role: 'student' });
  expect(await call('POST', '/invitations', { people: ['made-elsewhere'] })).toMatchObject({
    body: { invitations: [], refused: [{ person: 'made-elsewhere' }] },
  });
});

test('a code lets in whoever has it, with or without an account, until it is revoked', async () => {
  const made = await call('POST', '/join-codes', { section: 'B', mostUses: 2 });
  const { code, joinCode, url } = made.body as {
    code: string;
    url: string;
    joinCode: { id: string };
  };
  expect(url).toContain(`/join/${code}`);
  const typed = code.toUpperCase().replaceAll('-', ' ');
  expect(await stranger('/join/look', { code: typed })).toMatchObject({
    body: { course: { slug }, section: 'B' },
  });
  const account = { login: 'joined', name: 'Joined', password };
  expect(await stranger('/join/account', { code, ...account })).toMatchObject({ status: 201 });
  const somebody = await signInTo(server);
  for (let time = 0; time < 2; time++) {
    const joined = await server.call('POST', '/api/v1/join', { code }, somebody.headers);
    expect(joined).toMatchObject({ status: 200, body: { course: { slug } } });
  }
  const third = await stranger('/join/account', { code, ...account, login: 'third' });
  expect(third).toMatchObject({ status: 410, body: { error: { code: 'link-invalid' } } });
  await call('DELETE', `/join-codes/${joinCode.id}`);
  expect(await stranger('/join/look', { code })).toMatchObject({ status: 410 });
  expect(await call('GET', '/join-codes')).toMatchObject({
    body: { joinCodes: [{ uses: 2, state: 'revoked' }] },
  });
  expect(JSON.stringify(await server.store.listAudit({ most: 50 }))).not.toContain(code);
});

test('whoever guesses codes has to wait, and a right one still works', async () => {
  const { body } = await call('POST', '/join-codes', {});
  const { code } = body as { code: string };
  const guess = async () => (await stranger('/join/look', { code: 'bbbb-bbbb-bbbb' })).status;
  const statuses: number[] = [];
  for (let time = 0; time < 7; time++) statuses.push(await guess());
  expect(statuses).toEqual([410, 410, 410, 410, 410, 429, 429]);
  expect(await stranger('/join/look', { code })).toMatchObject({ status: 200 });
});

test('somebody added by hand without a password is to be invited, and sections can be changed', async () => {
  const person = { login: 'by-hand', name: 'By Hand', role: 'student', section: 'A', team: 'Red' };
  expect(await call('POST', '/people', person)).toMatchObject({
    status: 201,
    body: { person: { isInvited: true } },
  });
  await call('PUT', '/people/by-hand', { role: 'student', section: 'B', team: null });
  const { body } = await call('GET', '/people');
  const { people } = body as { people: { person: { login: string } }[] };
  expect(people.find((one) => one.person.login === 'by-hand')).toEqual({
    person: expect.objectContaining({ isInvited: true }) as unknown,
    role: 'student',
    since: expect.any(String) as string,
    section: 'B',
    invitation: { state: 'none', mayInvite: true },
  });
});

test('names in any script are taken, and what is no name is refused by its field', async () => {
  const { headers } = await signInTo(server, { isAdministrator: true });
  const create = (person: object) =>
    server.call('POST', '/api/v1/people', { password, ...person }, headers);
  for (const [login, name] of [
    ['李雷', '李雷'],
    ['nadia@school.example', 'نادية'],
    ['long', 'ă'.repeat(200)],
  ]) {
    expect((await create({ login, name })).status, name).toBe(201);
  }
  for (const person of [
    { login: 'with space', name: 'x' },
    { login: 'ok-1', name: 'two\nlines' },
    { login: 'ok-2', name: '\u200b' },
    { login: 'ok-3', name: 'x'.repeat(201) },
    { login: 'ok-4', name: 'x', password: 'short' },
  ]) {
    expect((await create(person)).status, JSON.stringify(person)).toBe(400);
  }
  expect(await create({ login: 'LONG', name: 'Another' })).toMatchObject({ status: 409 });
});
