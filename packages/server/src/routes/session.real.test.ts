import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { csrfTokenOf, sha256 } from '../access/secrets.ts';
import { makeSetupLink } from '../access/setupLink.ts';
import { signInTo, testPassword } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

interface Call {
  method?: string;
  url?: string;
  body?: unknown;
  headers?: Record<string, string>;
  remoteAddress?: string;
}

/** What these tests read of an answer. */
interface Answer {
  person?: unknown;
  csrfToken?: string;
  error?: { code: string; message: string; retryAfterSeconds?: number };
}

/** As a browser that has no cookie yet, from any address. */
async function send({ method = 'POST', url = '/api/v1/session', body, headers, ...more }: Call) {
  const response = await server.app.inject({
    method: method as 'POST',
    url,
    headers: { host: 'localhost', ...headers },
    ...(body !== undefined && { payload: body as object }),
    ...more,
  });
  const cookie = response.cookies.find(({ name }) => name === 'labcast_session');
  const answer: Answer = response.body === '' ? {} : response.json<Answer>();
  return { status: response.statusCode, headers: response.headers, cookie, answer };
}

const signIn = (login: string, password = testPassword, remoteAddress = '192.0.2.1') =>
  send({ body: { login, password }, remoteAddress });

test('signing in gives a session in a cookie that scripts and other sites cannot use', async () => {
  const { person } = await signInTo(server);
  const { status, cookie, answer } = await signIn(person.login.toUpperCase());
  expect(status).toBe(200);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookie).not.toHaveProperty('secure');
  const headers = { cookie: `labcast_session=${cookie!.value}` };
  const session = await send({ method: 'GET', headers });
  expect(session.answer).toMatchObject({
    person: { login: person.login },
    csrfToken: answer.csrfToken,
  });
  expect(JSON.stringify(session.answer)).not.toMatch(/argon2|password/i);
});

test('the cookie is for HTTPS alone where the server is reached by that', async () => {
  const publicUrl = new URL('https://labcast.example');
  const secure = await startTestServer({ publicUrl });
  const { person } = await signInTo(secure);
  const cookieFor = async (host: string) => {
    const payload = { login: person.login, password: testPassword };
    const headers = { host, origin: publicUrl.origin };
    const url = '/api/v1/session';
    const answer = await secure.app.inject({ method: 'POST', url, headers, payload });
    return answer.cookies[0];
  };
  expect(await cookieFor('labcast.example')).toMatchObject({ secure: true, httpOnly: true });
  expect(await cookieFor('localhost:8080')).not.toHaveProperty('secure');
  await secure.remove();
});

test('the database holds neither the token of a session nor a password', async () => {
  const { person } = await signInTo(server);
  const { cookie } = await signIn(person.login);
  const rows = await server.database.query('select * from session, person');
  const text = JSON.stringify(rows);
  expect(text).toContain(sha256(cookie!.value));
  for (const secret of [cookie!.value, testPassword]) expect(text).not.toContain(secret);
  expect(text).toContain('$argon2id$');
});

test('a planted session is worth nothing after signing in, and one that was had before ends', async () => {
  const { person } = await signInTo(server);
  const { person: other } = await signInTo(server);
  const planted = (await signIn(other.login)).cookie!.value;
  const body = { login: person.login, password: testPassword };
  const after = await send({ body, headers: { cookie: `labcast_session=${planted}` } });
  expect(after.cookie!.value).not.toBe(planted);
  const session = await send({
    method: 'GET',
    headers: { cookie: `labcast_session=${planted}` },
  });
  expect(session.answer.person).toBeNull();
  const invented = { cookie: `labcast_session=${'A'.repeat(43)}` };
  expect((await send({ body, headers: invented })).cookie!.value).not.toBe('A'.repeat(43));
});

test('signing out ends the session in the database too', async () => {
  const { headers } = await signInTo(server);
  const out = await send({
    method: 'DELETE',
    headers: { ...headers, host: new URL(server.baseUrl).host },
  });
  expect(out.status).toBe(204);
  expect(out.cookie).toMatchObject({ value: '' });
  const cookie = headers.cookie ?? '';
  expect((await send({ method: 'GET', headers: { cookie } })).answer.person).toBeNull();
});

test('a wrong login and a wrong password are told in the same words and with the same work', async () => {
  const { person } = await signInTo(server);
  const wrong = await signIn(person.login, 'not the password');
  const nobody = await signIn('nobody-at-all', 'not the password');
  expect(wrong.status).toBe(401);
  const words = ({ answer: { error } }: typeof wrong) => ({ ...error, requestId: '' });
  expect(words(nobody)).toEqual(words(wrong));
  // Equal cost is what makes equal time; to measure time would fail on a busy machine.
  const { passwordHash } = (await server.store.findPassword(person.login))!;
  const cost = (text: string) => /\$m=\d+,t=\d+,p=\d+\$/.exec(text)?.[0];
  expect(cost(passwordHash)).toBe(cost(await hash('x')));
});

test('too many tries are held up for that login from there, and nobody else is', async () => {
  const { person } = await signInTo(server);
  const { person: neighbour } = await signInTo(server);
  for (let count = 0; count < 5; count++) {
    expect((await signIn(person.login, 'wrong', '198.51.100.1')).status).toBe(401);
  }
  const held = await signIn(person.login, testPassword, '198.51.100.1');
  expect(held.status).toBe(429);
  expect(held.answer.error?.retryAfterSeconds).toBeGreaterThan(250);
  expect(held.headers['retry-after']).toBe(String(held.answer.error?.retryAfterSeconds));
  expect((await signIn(person.login, testPassword, '198.51.100.2')).status).toBe(200);
  expect((await signIn(neighbour.login, testPassword, '198.51.100.1')).status).toBe(200);
  for (let count = 0; count < 5; count++) await signIn('nobody', 'wrong', '198.51.100.3');
  const unknown = await signIn('nobody', 'wrong', '198.51.100.3');
  expect(unknown.answer.error?.code).toBe(held.answer.error?.code);
});

test('a claimed address of somebody who is no proxy is not believed', async () => {
  const { person } = await signInTo(server);
  for (let count = 0; count < 6; count++) {
    const headers = { 'x-forwarded-for': `203.0.113.${count}` };
    const body = { login: person.login, password: 'wrong' };
    const { status } = await send({ body, headers, remoteAddress: '198.51.100.9' });
    expect(status).toBe(count < 5 ? 401 : 429);
  }
});

const changes: [string, Record<string, string>, number][] = [
  ['of our page', {}, 201],
  ['of our page, told by the browser alone', { origin: '', 'sec-fetch-site': 'same-origin' }, 201],
  ['without the token', { 'x-labcast-csrf': '' }, 403],
  ['with the token of another session', { 'x-labcast-csrf': csrfTokenOf('another') }, 403],
  ['that does not tell where from', { origin: '' }, 403],
  ['of another site', { origin: 'https://evil.example' }, 403],
  ['of another port of this machine', { origin: 'http://127.0.0.1:9' }, 403],
  ['of nowhere', { origin: 'null' }, 403],
  ['of a page of another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
  ['of a page on another port, as the browser says', { 'sec-fetch-site': 'same-site' }, 403],
];

test.each(changes)(
  'a change by cookie %s is let in or refused',
  async (_where, other, expected) => {
    const { headers, person } = await signInTo(server);
    const given = { ...headers, ...other };
    const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const body = { name: 'mine', scopes: ['read'] };
    const { status } = await server.call('POST', '/api/v1/tokens', body, kept);
    expect(status).toBe(expected);
    expect(await server.store.listTokens(person.id)).toHaveLength(expected === 201 ? 1 : 0);
  },
);

test('a page of another site can neither read by the cookie nor sign somebody in', async () => {
  const { headers, person } = await signInTo(server);
  const { cookie = '' } = headers;
  for (const site of ['cross-site', 'same-site']) {
    const read = await send({
      method: 'GET',
      url: '/api/v1/courses',
      headers: { cookie, 'sec-fetch-site': site },
    });
    expect(read.status).toBe(403);
    const body = { login: person.login, password: testPassword };
    expect((await send({ body, headers: { 'sec-fetch-site': site } })).status).toBe(403);
  }
  const form = await server.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'login=x&password=y',
  });
  expect(form.statusCode).toBe(415);
});

test('an API token is told once, does what its scope says, and ends with its revocation', async () => {
  const { headers } = await signInTo(server, { isAdministrator: true });
  const made = await server.call(
    'POST',
    '/api/v1/tokens',
    { name: 'ci', scopes: ['read'] },
    headers,
  );
  const { token, id } = made.body as { token: string; id: string };
  expect(token).toMatch(/^lct_[\w-]{43}$/);
  const listed = await server.call('GET', '/api/v1/tokens', undefined, headers);
  expect(JSON.stringify(listed.body)).not.toContain(token);
  const bearer = { authorization: `Bearer ${token}` };
  const status = async (method: string, path: string) =>
    (await server.call(method, path, undefined, bearer)).status;
  expect(await status('GET', '/api/v1/assignments')).toBe(200);
  expect(await status('DELETE', '/api/v1/courses/x')).toBe(404);
  expect(await status('GET', '/api/v1/people')).toBe(403);
  expect((await server.call('DELETE', `/api/v1/tokens/${id}`, undefined, headers)).status).toBe(
    204,
  );
  expect(await status('GET', '/api/v1/assignments')).toBe(401);
});

test('a person changes the password by the present one, and is signed out elsewhere', async () => {
  const { headers, person } = await signInTo(server);
  const elsewhere = await signIn(person.login);
  const change = (present: string, password: string) =>
    server.call('PUT', '/api/v1/password', { present, password }, headers);
  expect((await change('wrong', 'another good one')).status).toBe(401);
  expect((await change(testPassword, 'short')).status).toBe(400);
  expect((await change(testPassword, 'another good one')).status).toBe(204);
  const cookie = `labcast_session=${elsewhere.cookie!.value}`;
  expect((await send({ method: 'GET', headers: { cookie } })).answer.person).toBeNull();
  expect((await server.call('GET', '/api/v1/courses', undefined, headers)).status).toBe(200);
  expect((await signIn(person.login, 'another good one')).status).toBe(200);
});

test('the setup link makes the first administrator once, and then says what to do', async () => {
  await server.database.query('delete from person');
  expect(await (await fetch(`${server.baseUrl}/api/v1/session`)).json()).toMatchObject({
    person: null,
    setupNeeded: true,
  });
  const { url, expiresAt } = await makeSetupLink(server.store, 'http://localhost:8080/');
  const [, token] = /^http:\/\/localhost:8080\/setup\/([\w-]{43})$/.exec(url) ?? [];
  expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 23 * 3600 * 1000);
  expect(await send({ url: '/api/v1/setup/look', body: { token } })).toMatchObject({
    status: 200,
    answer: { expiresAt: expiresAt.toISOString() },
  });
  const body = { token, login: 'Ada', name: 'Ada Lovelace', password: testPassword };
  const made = await send({ url: '/api/v1/setup', body });
  expect(made).toMatchObject({ status: 201, answer: { person: { login: 'ada' } } });
  const headers = { cookie: `labcast_session=${made.cookie!.value}` };
  expect((await send({ method: 'GET', headers })).answer).toMatchObject({
    person: { login: 'ada', isAdministrator: true },
    setupNeeded: false,
  });
  const again = await send({ url: '/api/v1/setup', body: { ...body, login: 'eve' } });
  expect(again).toMatchObject({ status: 410, answer: { error: { code: 'link-invalid' } } });
  expect(again.answer.error).toHaveProperty('remedy', expect.stringContaining('Sign in'));
  for (const tried of [token, 'wrong'])
    expect(await send({ url: '/api/v1/setup/look', body: { token: tried } })).toMatchObject({
      status: 410,
      answer: { error: { code: 'link-invalid' } },
    });
  expect(server.log.join('')).not.toContain(token);
  expect(await server.store.findPerson('eve')).toBeUndefined();
});

test('names in any script are taken, and what is no name is refused by its field', async () => {
  const { headers } = await signInTo(server, { isAdministrator: true });
  const create = (person: object) =>
    server.call('POST', '/api/v1/people', { password: testPassword, ...person }, headers);
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

test('who changed what stands in the audit, with from where, and without secrets', async () => {
  const { headers, person } = await signInTo(server, { isAdministrator: true });
  const created = { login: `made-${person.login}`, name: 'Made', password: 'a secret password' };
  await server.call('POST', '/api/v1/people', created, headers);
  await signIn(person.login);
  await signIn(person.login, 'wrong');
  const { body } = await server.call('GET', '/api/v1/audit', undefined, headers);
  const { entries } = body as { entries: Record<string, unknown>[] };
  const mine = entries.filter(({ actor }) => actor === person.login);
  expect(mine).toMatchObject([
    { action: 'POST /api/v1/session', means: 'sign-in', status: 200, address: '192.0.2.1' },
    {
      action: 'POST /api/v1/people',
      means: 'session',
      target: created.login,
      status: 201,
      address: '127.0.0.1',
      personId: person.id,
    },
  ]);
  expect(JSON.stringify(entries)).not.toContain(created.password);
});

test('a change is made though the audit cannot be written, and the log says so', async () => {
  const { headers } = await signInTo(server);
  const failing = vi.spyOn(server.store, 'appendAudit').mockRejectedValue(new Error('full'));
  const body = { name: 'mine', scopes: ['read'] };
  expect((await server.call('POST', '/api/v1/tokens', body, headers)).status).toBe(201);
  failing.mockRestore();
  expect(server.log.join('')).toContain('could not be written to the audit');
});
