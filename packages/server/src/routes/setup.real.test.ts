import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSetupLink } from '../access/setupLink.ts';
import { newBrowser } from '../testing/newBrowser.ts';
import type { NewBrowser } from '../testing/newBrowser.ts';
import { testPassword } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let browser: NewBrowser;
beforeAll(async () => {
  server = await startTestServer();
  browser = newBrowser(server);
});
afterAll(() => server.remove());

test('the setup link makes the first administrator once, and then says what to do', async () => {
  await server.database.query('delete from person');
  expect(await (await fetch(`${server.baseUrl}/api/v1/session`)).json()).toMatchObject({
    person: null,
    setupNeeded: true,
  });
  const { url, expiresAt } = await makeSetupLink(server.store, 'http://localhost:8080/');
  const [, token] = /^http:\/\/localhost:8080\/setup\/([\w-]{43})$/.exec(url) ?? [];
  expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 23 * 3600 * 1000);
  expect(await browser.send({ url: '/api/v1/setup/look', body: { token } })).toMatchObject({
    status: 200,
    answer: { expiresAt: expiresAt.toISOString() },
  });
  const body = { token, login: 'Ada', name: 'Ada Lovelace', password: testPassword };
  const made = await browser.send({ url: '/api/v1/setup', body });
  expect(made).toMatchObject({ status: 201, answer: { person: { login: 'ada' } } });
  const headers = { cookie: `labcast_session=${made.cookie!.value}` };
  expect((await browser.send({ method: 'GET', headers })).answer).toMatchObject({
    person: { login: 'ada', isAdministrator: true },
    setupNeeded: false,
  });
  const again = await browser.send({ url: '/api/v1/setup', body: { ...body, login: 'eve' } });
  expect(again).toMatchObject({ status: 410, answer: { error: { code: 'link-invalid' } } });
  expect(again.answer.error).toHaveProperty('remedy', expect.stringContaining('Sign in'));
  for (const tried of [token, 'wrong'])
    expect(await browser.send({ url: '/api/v1/setup/look', body: { token: tried } })).toMatchObject(
      {
        status: 410,
        answer: { error: { code: 'link-invalid' } },
      },
    );
  expect(server.log.join('')).not.toContain(token);
  expect(await server.store.findPerson('eve')).toBeUndefined();
});
