import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

const inline = 'document.title = "x";';
const page = `<!doctype html><script>${inline}</script><script type="module" src="/assets/a.js"></script>`;
const script = `console.log(${JSON.stringify('x'.repeat(5_000))});`;
let server: TestServer;
let directory: string;
let parent: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'labcast-web-'));
  directory = join(parent, 'dist');
  await mkdir(join(directory, 'assets'), { recursive: true });
  await mkdir(join(directory, '.vite'));
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await writeFile(join(directory, 'index.html'), page);
  await writeFile(join(directory, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(directory, '.vite/manifest.json'), '{}');
  await writeFile(join(directory, 'assets/a.js'), script);
  server = await startTestServer({ webDirectory: directory });
});
afterAll(async () => {
  await server.remove();
  await rm(parent, { recursive: true });
});

const get = (path: string) => fetch(`${server.baseUrl}${path}`);

test('every address that the pages know gives the page, under a strict policy', async () => {
  for (const path of ['/', '/sign-in', '/courses/networks-2-4f2c', '/a/x-4f2c/design?view=yaml']) {
    const response = await get(path);
    expect([response.status, await response.text()], path).toEqual([200, page]);
    const policy = response.headers.get('content-security-policy') ?? '';
    const hash = createHash('sha256').update(inline).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  }
});

test('a person at an address that nobody knows gets a page that says so', async () => {
  const response = await fetch(`${server.baseUrl}/nothing`, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('text/html');
  const api = await fetch(`${server.baseUrl}/api/v1/nothing`, { headers: { accept: 'text/html' } });
  expect(api.headers.get('content-type')).toContain('application/json');
});

test('an address that nobody knows is 404, in the API and outside', async () => {
  for (const path of ['/nothing', '/a/x-4f2c/nothing', '/api/v1/nothing', '/assets/nothing.js']) {
    const response = await get(path);
    expect(response.status, path).toBe(404);
    expect(response.headers.get('cache-control'), path).toBe('no-store');
  }
});

test('files whose names change with their content are kept for good and come compressed', async () => {
  const response = await get('/assets/a.js');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(response.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
  expect(await response.text()).toBe(script);
  const icon = await get('/icon.svg');
  expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(icon.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('no path leads out of the built files', async () => {
  for (const path of [
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/....//....//secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%00',
    '/.vite/manifest.json',
    '/assets/../.vite/manifest.json',
    '//etc/passwd',
  ]) {
    const response = await server.app.inject({ url: path, headers: { host: 'localhost' } });
    expect(response.statusCode, path).toBeGreaterThanOrEqual(400);
    expect(response.statusCode, path).toBeLessThan(500);
    expect(response.body, path).not.toContain('secret":');
    expect(response.body, path).not.toBe('secret');
  }
});

test('a one-time link that is opened as a page stands in no log line', async () => {
  await get('/setup/very-secret-link');
  const { key } = { key: 'very-secret-link' };
  expect(server.log.join('')).toContain('/setup/:token');
  expect(server.log.join('')).not.toContain(key);
});

test('without built pages the server is the API alone', async () => {
  const bare = await startTestServer({ webDirectory: join(parent, 'nothing') });
  expect((await fetch(`${bare.baseUrl}/`)).status).toBe(404);
  expect((await fetch(`${bare.baseUrl}/healthz`)).status).toBe(200);
  await bare.remove();
});
