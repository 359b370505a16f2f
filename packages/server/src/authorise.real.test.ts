import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { authorise } from './authorise.ts';
import { startTestServer } from './testing/startTestServer.ts';
import type { TestServer } from './testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

const open = ['/healthz', '/readyz', '/api/v1/openapi.json'];
const strangers = {
  'no token': {},
  'a wrong token': { authorization: `Bearer ${'x'.repeat(43)}` },
  'an empty token': { authorization: 'Bearer ' },
  'another scheme': { authorization: 'Basic YWRtaW46YWRtaW4=' },
  'a token of 10 kB': { authorization: `Bearer ${'x'.repeat(10_000)}` },
} as const;

test('exactly health, readiness and the description are open to anybody', () => {
  const { declaredRoutes } = server.app;
  expect(declaredRoutes.length).toBeGreaterThan(15);
  const anybody = declaredRoutes.filter(({ access }) => access === 'anybody');
  expect(anybody.map(({ url }) => url).sort()).toEqual([...open].sort());
});

describe.each(Object.entries(strangers))('with %s', (_name, headers) => {
  test('every route and socket that is not open answers 401 and the same words', async () => {
    const closed = server.app.declaredRoutes.filter(({ access }) => access !== 'anybody');
    const answers = new Set<string>();
    for (const { method, url } of closed) {
      const path = url.replace(/:\w+/g, 'x');
      const response = await fetch(`${server.baseUrl}${path}`, { method, headers });
      expect(response.status, `${method} ${url}`).toBe(401);
      const { error } = (await response.json()) as { error: Record<string, string> };
      expect(error).toMatchObject({ code: 'not-signed-in' });
      answers.add(error.message ?? '');
    }
    expect(answers.size).toBe(1);
  });

  test('no socket opens', async () => {
    const sockets = server.app.declaredRoutes.filter(({ isSocket }) => isSocket);
    expect(sockets.map(({ url }) => url.split('/').at(-1)).sort()).toEqual(['exec', 'forward']);
    for (const { url } of sockets) {
      const path = url.replace(/:\w+/g, 'x');
      const socket = new WebSocket(`${server.baseUrl.replace('http', 'ws')}${path}`, { headers });
      const status = await new Promise((resolve, reject) => {
        socket.on('open', () => reject(new Error(`${url} opened`)));
        socket.on('error', () => undefined);
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      });
      expect(status).toBe(401);
    }
  });
});

test('open routes answer anybody', async () => {
  for (const path of open) {
    expect((await fetch(`${server.baseUrl}${path}`)).status, path).toBe(200);
  }
});

test('a route that does not say who may call it keeps the server from starting', async () => {
  const app = Fastify();
  authorise(app, server.store);
  expect(() => app.get('/forgotten', () => 'hello')).toThrow('GET /forgotten does not declare');
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

test('tokens, commands and what is asked for stand in no log line', async () => {
  await server.call('GET', '/api/v1/environments/x/dev/exec?element=web&command=secret-word');
  await server.call('GET', '/api/v1/assignments');
  await fetch(`${server.baseUrl}/api/v1/types`, { headers: { authorization: 'Bearer guessed' } });
  const text = server.log.join('');
  expect(text).toContain('/api/v1/assignments');
  for (const secret of [server.token, 'guessed', 'secret-word', 'Bearer']) {
    expect(text).not.toContain(secret);
  }
});
