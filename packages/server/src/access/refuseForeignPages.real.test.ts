import { afterAll, beforeAll, expect, test } from 'vitest';
import { csrfTokenOf } from './secrets.ts';
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
    const read = await browser.send({
      method: 'GET',
      url: '/api/v1/courses',
      headers: { cookie, 'sec-fetch-site': site },
    });
    expect(read.status).toBe(403);
    const body = { login: person.login, password: testPassword };
    expect((await browser.send({ body, headers: { 'sec-fetch-site': site } })).status).toBe(403);
  }
  const form = await server.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'login=x&password=y',
  });
  expect(form.statusCode).toBe(415);
});
