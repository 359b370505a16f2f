import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

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
