import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../access/secrets.ts';
import { newBrowser } from '../testing/newBrowser.ts';
import type { NewBrowser } from '../testing/newBrowser.ts';
import { signInTo, testPassword } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let browser: NewBrowser;
beforeAll(async () => {
  server = await startTestServer();
  browser = newBrowser(server);
});
afterAll(() => server.remove());

test('signing in gives a session in a cookie that scripts and other sites cannot use', async () => {
  const { person } = await signInTo(server);
  const { status, cookie, answer } = await browser.signIn(person.login.toUpperCase());
  expect(status).toBe(200);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookie).not.toHaveProperty('secure');
  const headers = { cookie: `labcast_session=${cookie!.value}` };
  const session = await browser.send({ method: 'GET', headers });
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
  const { cookie } = await browser.signIn(person.login);
  const rows = await server.database.query('select * from session, person');
  const text = JSON.stringify(rows);
  expect(text).toContain(sha256(cookie!.value));
  for (const secret of [cookie!.value, testPassword]) expect(text).not.toContain(secret);
  expect(text).toContain('$argon2id$');
});

test('a planted session is worth nothing after signing in, and one that was had before ends', async () => {
  const { person } = await signInTo(server);
  const { person: other } = await signInTo(server);
  const planted = (await browser.signIn(other.login)).cookie!.value;
  const body = { login: person.login, password: testPassword };
  const after = await browser.send({ body, headers: { cookie: `labcast_session=${planted}` } });
  expect(after.cookie!.value).not.toBe(planted);
  const session = await browser.send({
    method: 'GET',
    headers: { cookie: `labcast_session=${planted}` },
  });
  expect(session.answer.person).toBeNull();
  const invented = { cookie: `labcast_session=${'A'.repeat(43)}` };
  expect((await browser.send({ body, headers: invented })).cookie!.value).not.toBe('A'.repeat(43));
});

test('signing out ends the session in the database too', async () => {
  const { headers } = await signInTo(server);
  const out = await browser.send({
    method: 'DELETE',
    headers: { ...headers, host: new URL(server.baseUrl).host },
  });
  expect(out.status).toBe(204);
  expect(out.cookie).toMatchObject({ value: '' });
  const cookie = headers.cookie ?? '';
  expect((await browser.send({ method: 'GET', headers: { cookie } })).answer.person).toBeNull();
});

test('a wrong login and a wrong password are told in the same words and with the same work', async () => {
  const { person } = await signInTo(server);
  const wrong = await browser.signIn(person.login, 'not the password');
  const nobody = await browser.signIn('nobody-at-all', 'not the password');
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
    expect((await browser.signIn(person.login, 'wrong', '198.51.100.1')).status).toBe(401);
  }
  const held = await browser.signIn(person.login, testPassword, '198.51.100.1');
  expect(held.status).toBe(429);
  expect(held.answer.error?.retryAfterSeconds).toBeGreaterThan(250);
  expect(held.headers['retry-after']).toBe(String(held.answer.error?.retryAfterSeconds));
  expect((await browser.signIn(person.login, testPassword, '198.51.100.2')).status).toBe(200);
  expect((await browser.signIn(neighbour.login, testPassword, '198.51.100.1')).status).toBe(200);
  for (let count = 0; count < 5; count++) await browser.signIn('nobody', 'wrong', '198.51.100.3');
  const unknown = await browser.signIn('nobody', 'wrong', '198.51.100.3');
  expect(unknown.answer.error?.code).toBe(held.answer.error?.code);
});

test('a claimed address of somebody who is no proxy is not believed', async () => {
  const { person } = await signInTo(server);
  for (let count = 0; count < 6; count++) {
    const headers = { 'x-forwarded-for': `203.0.113.${count}` };
    const body = { login: person.login, password: 'wrong' };
    const { status } = await browser.send({ body, headers, remoteAddress: '198.51.100.9' });
    expect(status).toBe(count < 5 ? 401 : 429);
  }
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
  const elsewhere = await browser.signIn(person.login);
  const change = (present: string, password: string) =>
    server.call('PUT', '/api/v1/password', { present, password }, headers);
  expect((await change('wrong', 'another good one')).status).toBe(401);
  expect((await change(testPassword, 'short')).status).toBe(400);
  expect((await change(testPassword, 'another good one')).status).toBe(204);
  const cookie = `labcast_session=${elsewhere.cookie!.value}`;
  expect((await browser.send({ method: 'GET', headers: { cookie } })).answer.person).toBeNull();
  expect((await server.call('GET', '/api/v1/courses', undefined, headers)).status).toBe(200);
  expect((await browser.signIn(person.login, 'another good one')).status).toBe(200);
});
