import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { FakeCommand } from '@labcast/incus/testing';
import { sampleLab, startTestServer } from '@labcast/server/testing';
import type { TestServer } from '@labcast/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ApiClient } from '../client.ts';
import { createApiClient } from '../createApiClient.ts';

let server: TestServer;
let client: ApiClient;
/** What was run, newest last. */
const commands: FakeCommand[] = [];
const mebibyte = 1024 * 1024;
let floodedMebibytes = 0;

/** What the commands of these tests do, by their first word. */
const programs: Record<string, (command: FakeCommand) => number | Promise<number>> = {
  async cat({ stdin, stdout }) {
    for await (const bytes of stdin) stdout.write(bytes);
    return 0;
  },
  fail({ stdout, stderr }) {
    stdout.write('out');
    stderr.write('err');
    return 3;
  },
  async forever() {
    return new Promise<number>(() => undefined);
  },
  async flood({ stdout }) {
    for (floodedMebibytes = 0; floodedMebibytes < 64; floodedMebibytes++) {
      if (!stdout.write(Buffer.alloc(mebibyte))) await once(stdout, 'drain');
    }
    return 0;
  },
  lost() {
    throw new Error('the inner text of a mistake');
  },
};

beforeAll(async () => {
  server = await startTestServer({
    exec: (command) => {
      commands.push(command);
      return programs[command.request.command[0] ?? '']?.(command) ?? 127;
    },
  });
  client = createApiClient(server);
  await server.createRunning('lab', sampleLab);
});
afterAll(() => server.remove());

const run = (...command: string[]) => client.openExec('lab', 'dev', { element: 'web', command });

test('output, errors and the exit code come through', async () => {
  const exec = await run('fail', 'a b', '"c&d=1');
  expect(await Promise.all([text(exec.stdout), text(exec.stderr), exec.exitCode])).toEqual([
    'out',
    'err',
    3,
  ]);
  expect(commands.at(-1)?.request.command).toEqual(['fail', 'a b', '"c&d=1']);
});

test('input comes through whole, and its end ends the command', async () => {
  const exec = await run('cat');
  const sent = Buffer.alloc(5 * mebibyte, 'labcast ');
  exec.stdin.end(sent);
  const received = Buffer.concat(await exec.stdout.toArray());
  expect(received.equals(sent)).toBe(true);
  expect(await exec.exitCode).toBe(0);
});

test('what nobody reads waits in the lab, and nothing of it is lost', async () => {
  const exec = await run('flood');
  await once(exec.stdout, 'readable');
  // Long enough for all of it to come if nothing held it back; what is on the way is some megabytes.
  await delay(500);
  expect(floodedMebibytes).toBeLessThan(32);
  let received = 0;
  for await (const bytes of exec.stdout) received += (bytes as Buffer).length;
  expect(received).toBe(64 * mebibyte);
  expect(await exec.exitCode).toBe(0);
});

test('a client that goes away takes its command with it', async () => {
  const exec = await run('forever');
  await expect.poll(() => commands.at(-1)?.request.command).toEqual(['forever']);
  const command = commands.at(-1);
  exec.close();
  await expect.poll(() => command?.stdout.writableEnded).toBe(true);
  await expect(exec.exitCode).rejects.toMatchObject({ code: 'server-unreachable' });
});

test('a signal reaches the command', async () => {
  const exec = await run('forever');
  exec.signal(15);
  expect(await exec.exitCode).toBe(143);
});

test('a command that Incus loses is told as that, without inner text', async () => {
  const exec = await run('lost');
  await expect(exec.exitCode).rejects.toMatchObject({ code: 'internal' });
  await expect(exec.exitCode).rejects.not.toThrow('inner text');
});

test.each([
  ['lab', 'nothing', 'element-not-found', 404],
  ['lab', 'shop', 'element-not-found', 404],
  ['nowhere', 'web', 'assignment-not-found', 404],
] as const)('in %s there is no machine %s', async (assignment, element, code, status) => {
  const opening = client.openExec(assignment, 'dev', { element, command: ['cat'] });
  await expect(opening).rejects.toMatchObject({ name: 'ApiError', code, status });
});

test('a machine that does not run is told as that', async () => {
  const { key } = await server.createRunning('asleep', sampleLab);
  await server.incus.client.stopInstance(`${key}-web`, { force: true });
  const opening = client.openExec('asleep', 'dev', { element: 'web', command: ['cat'] });
  await expect(opening).rejects.toMatchObject({ code: 'element-not-running', status: 409 });
});

test('a command is needed, and a token', async () => {
  const none = client.openExec('lab', 'dev', { element: 'web', command: [] });
  await expect(none).rejects.toMatchObject({ code: 'request-invalid', status: 400 });
  const stranger = createApiClient({ baseUrl: server.baseUrl, token: 'wrong' });
  const strange = stranger.openExec('lab', 'dev', { element: 'web', command: ['cat'] });
  await expect(strange).rejects.toMatchObject({ code: 'not-signed-in', status: 401 });
});

test.each([
  ['a text frame', 'hello'],
  ['an unknown channel', Buffer.of(9, 1)],
  ['an unknown control message', Buffer.from('\u0003{"explode":true}')],
  ['control that is no JSON', Buffer.from('\u0003{')],
])('%s ends the socket and the command', async (_what, data) => {
  const url = `${server.baseUrl.replace('http', 'ws')}/api/v1/environments/lab/dev/exec`;
  const socket = new WebSocket(`${url}?element=web&command=forever`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  const count = commands.length;
  await once(socket, 'open');
  socket.send(data);
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(1003);
  await expect.poll(() => commands[count]?.stdout.writableEnded).toBe(true);
});

test('a page of another site opens no socket', async () => {
  const url = `${server.baseUrl.replace('http', 'ws')}/api/v1/environments/lab/dev/exec`;
  const socket = new WebSocket(`${url}?element=web&command=cat`, {
    headers: { authorization: `Bearer ${server.token}`, origin: 'https://evil.example' },
  });
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode: number },
  ];
  expect(response.statusCode).toBe(403);
  socket.terminate();
});
