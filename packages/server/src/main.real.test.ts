import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@labcast/store/testing';
import type { TestDatabase } from '@labcast/store/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

const main = new URL('./main.ts', import.meta.url).pathname;
const token = 'a-token-of-this-test';
let database: TestDatabase;
let directory: string;
let hashFile: string;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'labcast-main-'));
  hashFile = join(directory, 'admin-token.sha256');
  await writeFile(hashFile, `${createHash('sha256').update(token).digest('hex')}\n`);
});
afterAll(async () => {
  await database.remove();
  await rm(directory, { recursive: true });
});

/** A process of its own, as a supervisor starts it, without the engine. */
function start(variables: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, [main, ...words], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      LABCAST_ENGINE: 'off',
      LABCAST_ADMIN_TOKEN_HASH_FILE: hashFile,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (bytes: Buffer) => {
    output += bytes.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended, output: () => output };
}

async function startUp(variables: Record<string, string> = {}) {
  const server = start({ LABCAST_PORT: '0', ...variables });
  const address = () => /"address":"(http:[^"]+)"/.exec(server.output())?.[1];
  await expect.poll(address, { timeout: 30_000 }).toBeDefined();
  return { ...server, address: address() ?? '' };
}

test('it serves with the token of its file, and ends in order when it is told to', async () => {
  const server = await startUp();
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${server.address}/api/v1/types`, { headers })).status).toBe(200);
  expect((await fetch(`${server.address}/api/v1/types`)).status).toBe(401);
  // A watcher must not keep it from ending.
  const events = await fetch(`${server.address}/api/v1/events`, { headers });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  await events.text().catch(() => undefined);
  expect(server.output()).not.toContain(token);
});

test('started a second time on one port it says so, and the first goes on', async () => {
  const first = await startUp();
  const second = start({ LABCAST_PORT: new URL(first.address).port });
  expect(await second.ended).toBe(3);
  expect(second.output()).toContain('already');
  expect(second.output()).toContain('LABCAST_PORT');
  expect((await fetch(`${first.address}/healthz`)).status).toBe(200);
});

test('wrong variables are all named, with an exit code of their own', async () => {
  const server = start({ LABCAST_PORT: 'x', LABCAST_ENGINE: 'x' });
  expect(await server.ended).toBe(2);
  expect(server.output()).toContain('LABCAST_PORT');
  expect(server.output()).toContain('LABCAST_ENGINE');
});

test('without a database it ends with what to do', async () => {
  const server = start({ DATABASE_URL: 'postgresql:///x?host=/nowhere' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain('The database does not answer.');
  expect(server.output()).toContain('DATABASE_URL');
});

test('a broken token file is refused by name, its content is not shown', async () => {
  const broken = join(directory, 'broken');
  await writeFile(broken, 'no-hash-but-a-secret');
  const server = start({ LABCAST_ADMIN_TOKEN_HASH_FILE: broken, LABCAST_PORT: '0' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain(broken);
  expect(server.output()).not.toContain('no-hash-but-a-secret');
});

test('asked for a setup link it prints one that works, and nothing else', async () => {
  const server = await startUp();
  const setup = start({ LABCAST_PORT: new URL(server.address).port }, 'setup-link');
  expect(await setup.ended).toBe(0);
  const link = setup.output().trim();
  const { port } = new URL(server.address);
  expect(link).toMatch(new RegExp(`^http://localhost:${port}/setup/[\\w-]{43}$`));
  const answer = await fetch(`${server.address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: link.split('/').at(-1),
      login: 'ada',
      name: 'Ada',
      password: 'correct horse battery',
    }),
  });
  expect(answer.status).toBe(201);
});
