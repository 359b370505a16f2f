import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAppLab } from '../testing/appLab.ts';
import type { AppLab } from '../testing/appLab.ts';

let lab: AppLab;
beforeAll(async () => {
  lab = await openAppLab();
});
afterAll(() => lab.remove());

test('an app gets what is its own, and nothing of the platform', async () => {
  const app = await lab.enter();
  const { body } = await lab.ask(`${app.origin}/a%20b?q=1`, {
    cookie: `${app.headers.cookie}; labcast_session=${lab.instructor.sessionToken}; theme=dark`,
    authorization: `Bearer ${lab.server.token}`,
    'x-forwarded-for': '10.0.0.1',
    'x-forwarded-host': 'evil.example',
    'x-labcast-csrf': 'secret',
    'x-original-url': '/admin',
    forwarded: 'for=10.0.0.1',
    connection: 'x-mine, content-length, cookie',
    'x-mine': 'of this connection',
    te: 'trailers',
  });
  const got = JSON.parse(body) as { url: string; headers: Record<string, string> };
  expect(got.url).toBe('/a%20b?q=1');
  expect(got.headers).toMatchObject({
    host: new URL(app.origin).host,
    'x-forwarded-host': new URL(app.origin).host,
    'x-forwarded-proto': 'http',
  });
  for (const secret of [
    lab.instructor.sessionToken,
    lab.server.token,
    'labcast_',
    'evil',
    '10.0.0.1',
  ]) {
    expect(body).not.toContain(secret);
  }
  for (const name of ['x-mine', 'te', 'forwarded', 'x-original-url', 'x-labcast-csrf']) {
    expect(got.headers).not.toHaveProperty(name);
  }
  const kept = await lab.ask(`${app.origin}/`, {
    cookie: `${app.headers.cookie}; theme=dark`,
    authorization: 'Bearer of.the.app',
  });
  const { headers } = JSON.parse(kept.body) as { headers: Record<string, string> };
  expect(headers).toMatchObject({ cookie: 'theme=dark', authorization: 'Bearer of.the.app' });
});

test('an app sets cookies for its own host alone, and is framed by our page alone', async () => {
  const app = await lab.enter();
  const { headers } = await lab.ask(`${app.origin}/`, app.headers);
  expect(headers['set-cookie']).toEqual(['theme=dark; Path=/; SameSite=None; Secure; Partitioned']);
  expect(headers['content-security-policy']).toBe(
    `default-src 'self', frame-ancestors 'self' ${lab.server.baseUrl}`,
  );
  for (const name of ['x-frame-options', 'strict-transport-security', 'x-secret']) {
    expect(headers).not.toHaveProperty(name);
  }
});

test('bodies come through whole, with a length and without', async () => {
  const app = await lab.enter();
  const sent = { method: 'POST', body: 'x'.repeat(300_000) };
  const origin = { origin: app.origin };
  const { body } = await lab.ask(`${app.origin}/`, { ...app.headers, ...origin }, sent);
  expect(JSON.parse(body)).toMatchObject(sent);
  const counted = { ...app.headers, ...origin, 'content-length': '300000' };
  expect(JSON.parse((await lab.ask(`${app.origin}/`, counted, sent)).body)).toMatchObject(sent);
  expect((await lab.ask(`${app.origin}/large`, app.headers)).body).toHaveLength(8 * 1024 * 1024);
});

test('what two readers could read differently is refused before it reaches an app', async () => {
  const app = await lab.enter();
  const { port } = new URL(lab.server.baseUrl);
  const smuggle = async (lines: string[]) => {
    const socket = connect(Number(port), '127.0.0.1');
    const { host } = new URL(app.origin);
    const head = ['POST / HTTP/1.1', `host: ${host}`, `cookie: ${app.headers.cookie}`, ...lines];
    socket.end(
      `${head.join('\r\n')}\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
    );
    return text(socket);
  };
  const both = await smuggle(['content-length: 5', 'transfer-encoding: chunked']);
  const twice = await smuggle(['content-length: 5', 'content-length: 6']);
  const odd = await smuggle(['transfer-encoding: xchunked']);
  for (const answer of [both, twice, odd]) {
    expect(answer).toMatch(/^HTTP\/1.1 400/);
    expect(answer).not.toContain('smuggled');
  }
});

test("the platform's pages and calls do not answer on an app's host, nor apps on the platform's", async () => {
  const app = await lab.enter();
  const { body } = await lab.ask(`${app.origin}/api/v1/session`, app.headers);
  expect(JSON.parse(body)).toMatchObject({ url: '/api/v1/session', method: 'GET' });
  expect((await lab.ask(`${lab.server.baseUrl}/.labcast/enter?ticket=x`)).status).toBe(404);
  const asPlatform = { ...lab.instructor.headers, host: new URL(app.origin).host };
  const confused = await lab.ask(`${lab.server.baseUrl}/api/v1/types`, asPlatform);
  expect([confused.status, confused.body.includes('types')]).toEqual([401, false]);
});

test("another site's page may open an app, and do nothing in its name", async () => {
  const app = await lab.enter();
  const from = (more: Record<string, string>, method = 'GET') =>
    lab.ask(`${app.origin}/`, { ...app.headers, ...more }, { method });
  const foreign = { origin: 'https://evil.example' };
  expect((await from(foreign, 'POST')).status).toBe(403);
  expect((await from({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(
    403,
  );
  const framed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect((await from(framed)).status).toBe(200);
  expect((await from(framed, 'POST')).status).toBe(403);
  expect((await from({ 'sec-fetch-site': 'same-origin' }, 'POST')).status).toBe(200);
});

test('sockets of an app work, for its own page alone', async () => {
  const app = await lab.enter();
  const socket = lab.openSocket(app.origin, { ...app.headers, origin: app.origin });
  await once(socket, 'open');
  socket.send('hello');
  const [data] = (await once(socket, 'message')) as [Buffer];
  expect(data.toString()).toBe('hello');
  socket.close();
  for (const headers of [
    { ...app.headers, origin: 'https://evil.example' },
    { origin: app.origin },
  ]) {
    const refused = lab.openSocket(app.origin, headers);
    refused.on('error', () => undefined);
    const [, response] = (await once(refused, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe('cookie' in headers ? 403 : 401);
    refused.terminate();
  }
});

test('where nothing answers a person is told what to do, and a program gets JSON', async () => {
  const app = await lab.enter('web/page?port=9');
  const asPerson = await lab.ask(`${app.origin}/`, { ...app.headers, accept: 'text/html' });
  expect(asPerson.status).toBe(502);
  expect(asPerson.body).toContain('web does not answer on port 9');
  expect(asPerson.body).toContain('Connection refused');
  expect(asPerson.headers['content-security-policy']).toContain(lab.server.baseUrl);
  const asProgram = await lab.ask(`${app.origin}/`, app.headers);
  expect(JSON.parse(asProgram.body)).toMatchObject({ error: { code: 'element-not-running' } });
});

test('a page whose lab is stopped is entered, says so, and is there when the lab is', async () => {
  await lab.server.incus.client.stopInstance(`${lab.key}-gateway`, { force: true });
  const app = await lab.enter();
  const asPerson = { ...app.headers, accept: 'text/html' };
  const away = await lab.ask(`${app.origin}/`, asPerson);
  expect(away.status).toBe(409);
  expect(away.body).toContain('http-equiv="refresh"');
  await lab.server.incus.client.startInstance(`${lab.key}-gateway`);
  expect((await lab.ask(`${app.origin}/`, asPerson)).status).toBe(200);
});
