import { once } from 'node:events';
import { createServer, request as requestByHttp } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FakeCommand } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { sampleLab } from '../testing/sampleLab.ts';
import { signInTo } from '../testing/signInTo.ts';
import type { TestPerson } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

/** A program in the lab: answers with what it got, and sets what it likes. */
let program: Server;
let server: TestServer;
let instructor: TestPerson;
let page: string;
let key: string;

/** `nc`, as the gateway has it; everything in the lab is that one program, but nothing is on port 9. */
async function nc({ request, stdin, stdout, stderr }: FakeCommand): Promise<number> {
  if (request.command.at(-1) === '9') {
    stderr.write('nc: 10.10.0.10: Connection refused\n');
    return 1;
  }
  const socket = connect((program.address() as AddressInfo).port, '127.0.0.1');
  stdin.pipe(socket).pipe(stdout, { end: false });
  await once(socket, 'close').catch(() => undefined);
  return 0;
}

beforeAll(async () => {
  program = createServer((request, response) => void answer(request, response));
  const sockets = new WebSocketServer({ server: program });
  sockets.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  program.listen(0, '127.0.0.1');
  await once(program, 'listening');
  server = await startTestServer({ exec: nc });
  const course = await server.store.createCourse('Networks');
  const created = { courseId: course.id, title: 'Web', parameters: {}, blueprint: sampleLab };
  const { slug } = await server.store.createCourseAssignment(created, () => undefined);
  ({ key } = (await server.store.findEnvironment(slug, 'dev'))!);
  for (const element of ['gateway', 'web', 'cluster']) {
    const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
    await server.incus.client.createInstance({ ...instance, name: `${key}-${element}` });
  }
  page = `/api/v1/environments/${slug}/dev/elements`;
  instructor = await signInTo(server, { courses: [[course.id, 'instructor']] });
});
afterAll(async () => {
  await server.remove();
  program.close();
});

async function answer(request: IncomingMessage, response: ServerResponse) {
  const body = await text(request);
  const { pathname } = new URL(request.url ?? '/', 'http://app');
  if (pathname === '/large') {
    response.end(Buffer.alloc(8 * 1024 * 1024, 'labcast '));
    return;
  }
  response.writeHead(200, {
    'set-cookie': ['theme=dark; Domain=localhost; Path=/', 'labcast_session=planted; Path=/'],
    'x-frame-options': 'DENY',
    'strict-transport-security': 'max-age=1000',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    connection: 'keep-alive, x-secret',
    'x-secret': 'of this connection',
  });
  const { method, url, rawHeaders } = request;
  response.end(JSON.stringify({ method, url, headers: request.headers, rawHeaders, body }));
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks the server under the name of an app, as a browser that resolved it would. */
async function ask(
  url: string,
  headers: Record<string, string | string[]> = {},
  { method = 'GET', body = '' } = {},
): Promise<Answer> {
  const { host, pathname, search } = new URL(url);
  const request = requestByHttp(server.baseUrl, {
    method,
    path: pathname + search,
    headers: { host, ...headers },
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await text(response),
  };
}

async function openPage(element: string, by: TestPerson = instructor): Promise<string> {
  const opened = await server.call('POST', `${page}/${element}`, undefined, by.headers);
  expect(opened.status).toBe(200);
  return (opened.body as { url: string }).url;
}

/** Enters, and returns the app's origin with the cookie that opens it. */
async function enter(element = 'shop/page', by?: TestPerson) {
  const url = await openPage(element, by);
  const { status, headers } = await ask(url);
  expect(status).toBe(303);
  const [cookie = ''] = headers['set-cookie']?.[0]?.split(';') ?? [];
  return { url, origin: new URL(url).origin, headers: { cookie } };
}

test('each app has a host of its own, by which its page is opened once', async () => {
  const shop = new URL(await openPage('shop/page'));
  const web = new URL(await openPage('web/page'));
  const other = new URL(await openPage('web/page?port=8080'));
  expect(shop.hostname).toBe(`${key}-shop.localhost`);
  expect(web.hostname).toBe(`${key}-80-web.localhost`);
  expect(other.hostname).toBe(`${key}-8080-web.localhost`);
  const { status, headers } = await ask(shop.href);
  expect([status, headers.location]).toEqual([303, '/']);
  const [cookie] = headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^labcast_app=[\w-]{43}; Path=\/; HttpOnly; SameSite=None; Secure; Part/);
  expect(cookie).not.toContain('Domain');
  expect((await ask(shop.href)).status).toBe(410);
});

test('a ticket is worth nothing after a minute, on another host, or when it was guessed', async () => {
  const late = await openPage('shop/page');
  await server.database.query(
    `update app_visit set created_at = now() - interval '61 seconds' where cookie_hash is null`,
  );
  expect((await ask(late)).status).toBe(410);
  const shop = new URL(await openPage('shop/page'));
  const elsewhere = shop.href.replace(`${key}-shop`, `${key}-80-web`);
  expect((await ask(elsewhere)).status).toBe(410);
  expect((await ask(shop.href.replace(/ticket=.*/, 'ticket=guessed'))).status).toBe(410);
  expect((await ask(shop.href.replace(/\?.*/, ''))).status).toBe(410);
});

test('an app gets what is its own, and nothing of the platform', async () => {
  const app = await enter();
  const { body } = await ask(`${app.origin}/a%20b?q=1`, {
    cookie: `${app.headers.cookie}; labcast_session=${instructor.sessionToken}; theme=dark`,
    authorization: `Bearer ${server.token}`,
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
  for (const secret of [instructor.sessionToken, server.token, 'labcast_', 'evil', '10.0.0.1']) {
    expect(body).not.toContain(secret);
  }
  for (const name of ['x-mine', 'te', 'forwarded', 'x-original-url', 'x-labcast-csrf']) {
    expect(got.headers).not.toHaveProperty(name);
  }
  const kept = await ask(`${app.origin}/`, {
    cookie: `${app.headers.cookie}; theme=dark`,
    authorization: 'Bearer of.the.app',
  });
  const { headers } = JSON.parse(kept.body) as { headers: Record<string, string> };
  expect(headers).toMatchObject({ cookie: 'theme=dark', authorization: 'Bearer of.the.app' });
});

test('an app sets cookies for its own host alone, and is framed by our page alone', async () => {
  const app = await enter();
  const { headers } = await ask(`${app.origin}/`, app.headers);
  expect(headers['set-cookie']).toEqual(['theme=dark; Path=/; SameSite=None; Secure; Partitioned']);
  expect(headers['content-security-policy']).toBe(
    `default-src 'self', frame-ancestors 'self' ${server.baseUrl}`,
  );
  for (const name of ['x-frame-options', 'strict-transport-security', 'x-secret']) {
    expect(headers).not.toHaveProperty(name);
  }
});

test('bodies come through whole, with a length and without', async () => {
  const app = await enter();
  const sent = { method: 'POST', body: 'x'.repeat(300_000) };
  const origin = { origin: app.origin };
  const { body } = await ask(`${app.origin}/`, { ...app.headers, ...origin }, sent);
  expect(JSON.parse(body)).toMatchObject(sent);
  const counted = { ...app.headers, ...origin, 'content-length': '300000' };
  expect(JSON.parse((await ask(`${app.origin}/`, counted, sent)).body)).toMatchObject(sent);
  expect((await ask(`${app.origin}/large`, app.headers)).body).toHaveLength(8 * 1024 * 1024);
});

test('what two readers could read differently is refused before it reaches an app', async () => {
  const app = await enter();
  const { port } = new URL(server.baseUrl);
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

test('a cookie opens its own app alone', async () => {
  const shop = await enter();
  const web = await enter('web/page');
  expect((await ask(`${web.origin}/`, shop.headers)).status).toBe(401);
  expect((await ask(`${shop.origin}/`, web.headers)).status).toBe(401);
  expect((await ask(`${shop.origin}/`)).status).toBe(401);
  expect((await ask(`${shop.origin}/`, { cookie: 'labcast_app=guessed' })).status).toBe(401);
  const both = { cookie: `labcast_app=planted; ${shop.headers.cookie}` };
  expect((await ask(`${shop.origin}/`, both)).status).toBe(200);
  // Neither is it a way into the platform.
  const platform = await ask(`${server.baseUrl}/api/v1/types`, shop.headers);
  expect(platform.status).toBe(401);
});

test("the platform's pages and calls do not answer on an app's host, nor apps on the platform's", async () => {
  const app = await enter();
  const { body } = await ask(`${app.origin}/api/v1/session`, app.headers);
  expect(JSON.parse(body)).toMatchObject({ url: '/api/v1/session', method: 'GET' });
  expect((await ask(`${server.baseUrl}/.labcast/enter?ticket=x`)).status).toBe(404);
  const asPlatform = { ...instructor.headers, host: new URL(app.origin).host };
  const confused = await ask(`${server.baseUrl}/api/v1/types`, asPlatform);
  expect([confused.status, confused.body.includes('types')]).toEqual([401, false]);
});

test("another site's page may open an app, and do nothing in its name", async () => {
  const app = await enter();
  const from = (more: Record<string, string>, method = 'GET') =>
    ask(`${app.origin}/`, { ...app.headers, ...more }, { method });
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

test('an app of another course is opened by nobody outside of it', async () => {
  const other = await server.store.createCourse('Another');
  const stranger = await signInTo(server, { courses: [[other.id, 'instructor']] });
  const student = await signInTo(server, {});
  for (const person of [stranger, student]) {
    const { status } = await server.call('POST', `${page}/shop/page`, undefined, person.headers);
    expect(status).toBe(404);
  }
  const { cookie = '', origin = '' } = instructor.headers;
  const forged = { cookie, origin };
  expect((await server.call('POST', `${page}/shop/page`, undefined, forged)).status).toBe(403);
});

function openSocket(origin: string, headers: Record<string, string>): WebSocket {
  const { host } = new URL(origin);
  return new WebSocket(server.baseUrl.replace('http', 'ws'), { headers: { host, ...headers } });
}

test('sockets of an app work, for its own page alone', async () => {
  const app = await enter();
  const socket = openSocket(app.origin, { ...app.headers, origin: app.origin });
  await once(socket, 'open');
  socket.send('hello');
  const [data] = (await once(socket, 'message')) as [Buffer];
  expect(data.toString()).toBe('hello');
  socket.close();
  for (const headers of [
    { ...app.headers, origin: 'https://evil.example' },
    { origin: app.origin },
  ]) {
    const refused = openSocket(app.origin, headers);
    refused.on('error', () => undefined);
    const [, response] = (await once(refused, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe('cookie' in headers ? 403 : 401);
    refused.terminate();
  }
});

test('what lasts ends soon after the session did, and the cookie is worth nothing then', async () => {
  const course = (await server.store.findEnvironment(page.split('/')[4]!, 'dev'))!.courseId!;
  const guest = await signInTo(server, { courses: [[course, 'instructor']] });
  const app = await enter('shop/page', guest);
  const socket = openSocket(app.origin, { ...app.headers, origin: app.origin });
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await server.call('DELETE', '/api/v1/session', undefined, guest.headers);
  await closed;
  await expect.poll(async () => (await ask(`${app.origin}/`, app.headers)).status).toBe(401);
});

test('where nothing answers a person is told what to do, and a program gets JSON', async () => {
  const app = await enter('web/page?port=9');
  const asPerson = await ask(`${app.origin}/`, { ...app.headers, accept: 'text/html' });
  expect(asPerson.status).toBe(502);
  expect(asPerson.body).toContain('web does not answer on port 9');
  expect(asPerson.body).toContain('Connection refused');
  expect(asPerson.headers['content-security-policy']).toContain(server.baseUrl);
  const asProgram = await ask(`${app.origin}/`, app.headers);
  expect(JSON.parse(asProgram.body)).toMatchObject({ error: { code: 'element-not-running' } });
});

test('a page whose lab is stopped is entered, says so, and is there when the lab is', async () => {
  await server.incus.client.stopInstance(`${key}-gateway`, { force: true });
  const app = await enter();
  const asPerson = { ...app.headers, accept: 'text/html' };
  const away = await ask(`${app.origin}/`, asPerson);
  expect(away.status).toBe(409);
  expect(away.body).toContain('http-equiv="refresh"');
  await server.incus.client.startInstance(`${key}-gateway`);
  expect((await ask(`${app.origin}/`, asPerson)).status).toBe(200);
});

test('no ticket, cookie or address of an app stands in the log or in the database', async () => {
  const app = await enter();
  await ask(`${app.origin}/private?word=hush`, app.headers);
  const ticket = new URL(app.url).searchParams.get('ticket')!;
  const cookie = app.headers.cookie.split('=')[1]!;
  const rows = await server.database.query('select * from app_visit');
  for (const secret of [ticket, cookie, 'hush']) {
    expect(server.log.join('')).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(secret);
  }
});
