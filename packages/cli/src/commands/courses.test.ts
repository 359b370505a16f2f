import { afterEach, expect, test } from 'vitest';
import { exampleView } from '../testing/exampleViews.ts';
import type { FakeServer, Routes } from '../testing/fakeServer.ts';
import { refusal, startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
afterEach(() => server.kill());

async function start(routes: Routes): Promise<void> {
  server = await startFakeServer(routes);
}

async function run(...words: string[]) {
  const { environment } = server;
  const { exitCode, stdout, stderr } = await runLauncher(words, { environment });
  return { exitCode, stdout: stdout.toString(), stderr };
}

const asked = (method: string) => server.requests.filter((request) => request.method === method);

const at = '2026-01-02T03:04:05.000Z';
const slug = 'networks-2-4f2c';
const gone = exampleView({ wanted: 'absent', removedAt: at }, { state: 'gone' });
const row = { kind: 'bridge', name: 'lc-abcdefg-0', requestedAt: at, seenAt: at, goneAt: at };
const receipt = {
  environment: 'dev',
  id: 'environment-1',
  createdAt: at,
  removedAt: at,
  complete: true,
  rows: [row],
};
const receipts = (removedAt?: string) => ({
  name: 'Networks 2',
  ...(removedAt !== undefined && { removedAt }),
  assignments: [{ slug: 'shell-7hjk', name: 'Shell', environments: [receipt] }],
});

const deletion = (removedAt?: string): Routes => ({
  [`GET /courses/${slug}/receipts`]: { body: receipts(removedAt) },
  [`DELETE /courses/${slug}`]: { body: { environments: [gone] } },
});

test('a course is deleted only with its name, and then the receipt of everything is printed', async () => {
  await start(deletion());
  for (const wrong of [[], ['--confirm', 'Networks']]) {
    const refused = await run('courses', 'delete', slug, ...wrong);
    expect(refused.exitCode).toBe(4);
    expect(refused.stderr).toContain('--confirm "Networks 2"');
  }
  expect(asked('DELETE')).toEqual([]);
  const { exitCode, stdout } = await run('courses', 'delete', slug, '--confirm', 'Networks 2');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Receipt of shell-7hjk');
  expect(stdout).toContain('The course Networks 2 is gone.');
  expect(asked('DELETE')[0]?.body).toEqual({ confirmation: 'Networks 2' });
});

test('a second time is success and needs no name', async () => {
  await start(deletion(at));
  const { exitCode, stdout } = await run('courses', 'delete', slug, '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual(receipts(at));
});

test('a course that never was is not there', async () => {
  await start({
    [`GET /courses/${slug}/receipts`]: refusal(404, 'course-not-found', 'There is no such course.'),
  });
  expect((await run('courses', 'delete', slug)).exitCode).toBe(3);
});

const detail = { slug: 'shell-7hjk', name: 'Shell', handle: 'shell-7hjk', environments: [] };

test('a blank assignment of a course is deleted with its name, though it has no environment', async () => {
  await start({
    'GET /assignments/shell-7hjk': { body: detail },
    'DELETE /assignments/shell-7hjk': { body: { environments: [] } },
    'GET /receipts/shell-7hjk': { body: { environments: [] } },
  });
  expect((await run('assignments', 'delete', 'shell-7hjk')).exitCode).toBe(4);
  expect((await run('destroy', 'shell-7hjk')).exitCode).toBe(4);
  expect(asked('DELETE')).toEqual([]);
  const { exitCode, stdout } = await run(
    'assignments',
    'delete',
    'shell-7hjk',
    '--confirm',
    'Shell',
  );
  expect(stdout).toBe('shell-7hjk is gone. Nothing was allocated for it.\n');
  expect(exitCode).toBe(0);
});

const create = ['assignments', 'create', slug, 'Shell'];
const blueprint = 'version: 1\n';

test.each([
  [[], { kind: 'blank' }],
  [
    ['--type', 'shop', 'memory=1GiB'],
    { kind: 'type', type: 'shop', parameters: { memory: '1GiB' } },
  ],
  [['--copy', 'pods-4f2c'], { kind: 'assignment', slug: 'pods-4f2c' }],
  [['--scenario', 'lamp'], { kind: 'blueprint', blueprint }],
  [['--students', '30', '--desktop'], { kind: 'blueprint', blueprint: '# planned' }],
])('an assignment created with %j begins as %j', async (words, from) => {
  await start({
    [`POST /courses/${slug}/assignments`]: { status: 201, body: { assignment: detail } },
    'GET /scenarios': { body: { scenarios: [{ name: 'lamp', blueprint }] } },
    'POST /needs/plan': { body: { blueprint: '# planned' } },
  });
  const { exitCode, stdout } = await run(...create, ...words);
  expect(stdout).toBe('shell-7hjk\n');
  expect(exitCode).toBe(0);
  expect(asked('POST').at(-1)?.body).toEqual({ name: 'Shell', from });
});

test.each([
  [['--type', 'shop', '--copy', 'x'], 'in one way only'],
  [['memory=1GiB'], 'there is no type'],
  [['--students', 'many'], 'is not a whole number'],
])('an assignment created with %j is wrong use', async (words, message) => {
  await start({});
  const { exitCode, stderr } = await run(...create, ...words);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(2);
  expect(asked('POST')).toEqual([]);
});

test('the first lab.yaml of a blank assignment is applied to it, and makes no other one', async () => {
  await start({
    'GET /assignments/shell-7hjk': { body: detail },
    'PUT /environments/shell-7hjk/dev/blueprint': { body: exampleView() },
    'POST /environments/shell-7hjk/dev/plan': { body: { changes: [] } },
  });
  const apply = ['apply', '-f', '-', '--name', 'shell-7hjk', '--no-wait', '--yes'];
  const { environment } = server;
  const { exitCode } = await runLauncher(apply, { environment, input: blueprint });
  expect(exitCode).toBe(0);
  expect(asked('PUT')).toHaveLength(1);
  expect(asked('POST').map(({ path }) => path)).not.toContain('/assignments');
});
