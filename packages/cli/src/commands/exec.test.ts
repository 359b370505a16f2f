import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FakeServer } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import type { LaunchOptions } from '../testing/runLauncher.ts';
import { runLauncher, startLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
beforeEach(async () => {
  server = await startFakeServer({});
});
afterEach(() => server.kill());

function exec(words: string[], options: LaunchOptions = {}) {
  const environment = server.environment;
  return runLauncher(['exec', 'webserver', 'cluster', ...words], { environment, ...options });
}

test('output, errors and the exit code pass through', async () => {
  const { exitCode, stdout, stderr } = await exec([
    '--',
    'sh',
    '-c',
    'echo out; echo err >&2; exit 7',
  ]);
  expect(stdout.toString()).toBe('out\n');
  expect(stderr).toBe('err\n');
  expect(exitCode).toBe(7);
});

test('a megabyte of bytes of any value comes back as it was', async () => {
  const input = randomBytes(1024 ** 2);
  const { exitCode, stdout } = await exec(['--', 'cat'], { input });
  expect(stdout.equals(input)).toBe(true);
  expect(exitCode).toBe(0);
});

test('a command that does not read its input ends all the same', async () => {
  const environment = server.environment;
  // No end of input: the pipe stays open, as it does in many scripts.
  const { finished } = startLauncher(['exec', 'webserver', 'cluster', '--', 'true'], {
    environment,
  });
  expect((await finished).exitCode).toBe(0);
});

test('options after -- belong to the command', async () => {
  const { stdout } = await exec(['--', 'echo', '--json', '-t', '--', 'a b']);
  expect(stdout.toString()).toBe('--json -t -- a b\n');
});

test('Ctrl-C is sent to the command, whose exit code counts', async () => {
  const words = [
    'exec',
    'webserver',
    'cluster',
    '--',
    'sh',
    '-c',
    'trap "exit 9" INT; echo on; cat',
  ];
  const { child, finished, seen } = startLauncher(words, { environment: server.environment });
  await seen(/on/);
  child.kill('SIGINT');
  await expect.poll(() => server.execRequests).toEqual([{ signal: 2 }]);
  child.stdin?.end();
  expect((await finished).exitCode).toBe(9);
});

test('a connection that breaks is a failure, never exit code 0', async () => {
  const words = ['exec', 'webserver', 'cluster', '--', 'sh', '-c', 'echo on; sleep 60'];
  const { finished, seen } = startLauncher(words, { environment: server.environment });
  await seen(/on/);
  await server.kill();
  expect((await finished).exitCode).toBe(1);
});

test('with -t a terminal of the default size is asked for where there is none', async () => {
  await exec(['-t', '--', 'true']);
  const query = new URLSearchParams(String(server.requests.at(-1)?.body));
  expect(Object.fromEntries(query)).toMatchObject({ tty: '1', columns: '80', rows: '24' });
});

test('without a command a shell reads the input', async () => {
  const { exitCode, stdout } = await exec([], { input: 'echo hello; exit 3\n' });
  expect(stdout.toString()).toContain('hello\n');
  expect(exitCode).toBe(3);
});

test('--json gives the output and the exit code in one document', async () => {
  const { exitCode, stdout } = await exec(['--json', '--', 'sh', '-c', 'echo out; exit 5']);
  expect(JSON.parse(stdout.toString())).toEqual({ exitCode: 5, stdout: 'out\n', stderr: '' });
  expect(exitCode).toBe(5);
});
