import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newBrowser } from '../testing/newBrowser.ts';
import type { NewBrowser } from '../testing/newBrowser.ts';
import { signInTo } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let browser: NewBrowser;
beforeAll(async () => {
  server = await startTestServer();
  browser = newBrowser(server);
});
afterAll(() => server.remove());

test('who changed what stands in the audit, with from where, and without secrets', async () => {
  const { headers, person } = await signInTo(server, { isAdministrator: true });
  const created = { login: `made-${person.login}`, name: 'Made', password: 'a secret password' };
  await server.call('POST', '/api/v1/people', created, headers);
  await browser.signIn(person.login);
  await browser.signIn(person.login, 'wrong');
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
