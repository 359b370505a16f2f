import { afterEach, expect, test } from 'vitest';
import { exampleRollout, exampleRun, openRun } from '../testing/exampleClass.ts';
import { acceptedView, exampleView, failedView } from '../testing/exampleViews.ts';
import type { FakeServer, Routes } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
afterEach(() => server.kill());

const assignment = { name: 'webserver', type: 'webserver' };

/** A server on which all goes well, unless other answers are given. */
async function start(dev = exampleView(), more: Routes = {}): Promise<void> {
  server = await startFakeServer({
    'POST /assignments': { status: 201, body: { assignment, environment: acceptedView() } },
    'POST /assignments/webserver/runs': { status: 202, body: exampleRun() },
    'GET /assignments/webserver/runs/1': { body: exampleRun() },
    'GET /assignments/webserver/runs/1/log': { body: { lines: [] } },
    'POST /assignments/webserver/rollouts': { status: 202, body: exampleRollout() },
    ...more,
  });
  server.tell(dev);
}

const create = (...words: string[]) =>
  runLauncher(['create', 'webserver', ...words], { environment: server.environment });
const posts = () =>
  server.requests.flatMap(({ method, path, body }) => (method === 'POST' ? [{ path, body }] : []));

test('one command makes the lab, proves it, and gives each student a copy', async () => {
  await start();
  const { exitCode, stdout } = await create('students=3', 'memory=1GiB');
  const text = stdout.toString();
  expect(text).toContain('✔ ready  webserver');
  expect(text).toContain('It is release r1.');
  expect(text).toContain('done: 3 of 3 ready');
  expect(text).toContain('labcast class webserver');
  expect(exitCode).toBe(0);
  expect(posts()).toEqual([
    { path: '/assignments', body: { type: 'webserver', parameters: { memory: '1GiB' } } },
    {
      path: '/assignments/webserver/runs',
      body: expect.objectContaining({ students: 3, promote: true, approve: false }) as object,
    },
    {
      path: '/assignments/webserver/rollouts',
      body: { kind: 'deploy', when: 'now', canary: true, students: 3 },
    },
  ]);
});

test('with --json it is one document of all of it', async () => {
  await start();
  const { exitCode, stdout } = await create('--students', '3', '--json');
  expect(JSON.parse(stdout.toString())).toEqual({
    assignment,
    environment: exampleView(),
    run: exampleRun(),
    rollout: exampleRollout(),
  });
  expect(exitCode).toBe(0);
});

test('what failed in dev is proven to nobody', async () => {
  await start(failedView());
  const { exitCode, stderr } = await create('students=3');
  expect(stderr).toContain('The storage pool is full.');
  expect(exitCode).toBe(1);
  expect(posts()).toHaveLength(1);
});

test('what the pipeline refused is deployed to nobody', async () => {
  const message = 'The class needs 41 GiB of memory, 26 are free.';
  const stages = [{ name: 'forecast' as const, attempt: 1, state: 'failed' as const, message }];
  const failed = { ...openRun({ state: 'failed', stages }), endedAt: exampleRun().createdAt };
  await start(undefined, { 'GET /assignments/webserver/runs/1': { body: failed } });
  const { exitCode, stderr } = await create('students=3');
  expect(stderr).toContain(message);
  expect(exitCode).toBe(1);
  expect(posts().map(({ path }) => path)).not.toContain('/assignments/webserver/rollouts');
});

test('it does not go with --no-wait, and a number it must be', async () => {
  await start();
  for (const words of [['students=3', '--no-wait'], ['students=many'], ['students=0']]) {
    expect((await create(...words)).exitCode, words.join(' ')).toBe(2);
  }
  expect(server.requests).toEqual([]);
});
