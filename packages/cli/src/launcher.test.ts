import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFakeServer } from './testing/fakeServer.ts';
import { launcher, runLauncher } from './testing/runLauncher.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-launcher-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Of a server that was there and is gone. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('the launcher works through a symlink and from any folder', async () => {
  const link = join(folder, 'lab');
  await symlink(launcher, link);
  const { exitCode, stdout } = await runLauncher(['version'], { cwd: '/', launcher: link });
  expect(stdout.toString()).toMatch(/^labcast \d+\.\d+\.\d+\n$/);
  expect(exitCode).toBe(0);
});

test.each([
  [['nosuch'], "Unknown command 'nosuch'."],
  [['create'], "Missing required argument 'type'."],
  [['create', 'webserver', '--bogus'], "Unknown option '--bogus'."],
  [['create', 'webserver', 'memory'], '"memory" is not key=value.'],
  [['create', 'webserver', 'cpu=1', '--cpu', '2'], 'cpu is given twice: 1 and 2.'],
  [['status', 'a/b/c'], '"a/b/c" is not the name of an environment.'],
  [['forward', 'web', 'web', '80'], '"web" is not element:port.'],
  [['forward', 'web', 'web:80', '70000'], '"70000" is not a port.'],
])('%j is wrong use, says why, and asks no server', async (words, message) => {
  const { exitCode, stdout, stderr } = await runLauncher(words);
  expect(stderr).toContain(message);
  expect(stdout.toString()).toBe('');
  expect(exitCode).toBe(2);
});

test('wrong use with --json is one JSON document on standard output', async () => {
  const { exitCode, stdout, stderr } = await runLauncher(['status', '--json']);
  expect(JSON.parse(stdout.toString())).toMatchObject({ error: { code: 'request-invalid' } });
  expect(stderr).toBe('');
  expect(exitCode).toBe(2);
});

test('a server that does not run is named, with the way to start it', async () => {
  const url = `http://127.0.0.1:${String(await closedPort())}`;
  for (const token of [{ LABCAST_TOKEN: 'x' }, { LABCAST_TOKEN_FILE: join(folder, 'none') }]) {
    const { exitCode, stderr } = await runLauncher(['ls'], {
      environment: { LABCAST_URL: url, ...token },
    });
    expect(stderr).toBe(
      `✖ The Labcast server does not answer at ${url}.\nStart it with: make up\n`,
    );
    expect(exitCode).toBe(1);
  }
});

test('without a token for a server that runs, the way to get one is told', async () => {
  const server = await startFakeServer({});
  const { exitCode, stderr } = await runLauncher(['ls'], {
    environment: { ...server.environment, LABCAST_TOKEN: '', LABCAST_TOKEN_FILE: folder },
  });
  await server.kill();
  expect(stderr).toContain(`The token in ${folder} cannot be read by this user.`);
  expect(stderr).toContain('as root');
  expect(exitCode).toBe(4);
});

test('the token is read from the file that is named', async () => {
  const server = await startFakeServer({ 'GET /assignments': { body: { assignments: [] } } });
  const { LABCAST_TOKEN = '', ...rest } = server.environment;
  const file = join(folder, 'token');
  await writeFile(file, `${LABCAST_TOKEN}\n`);
  const environment = { ...rest, LABCAST_TOKEN_FILE: file };
  const { exitCode, stdout } = await runLauncher(['ls'], { environment });
  await server.kill();
  expect(stdout.toString()).toContain('There is nothing yet.');
  expect(exitCode).toBe(0);
});
