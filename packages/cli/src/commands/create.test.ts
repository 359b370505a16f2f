import { afterEach, expect, test } from 'vitest';
import { acceptedView, exampleView, failedView, startingView } from '../testing/exampleViews.ts';
import type { FakeServer, Routes } from '../testing/fakeServer.ts';
import { refusal, startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher, startLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
afterEach(() => server.kill());

const assignment = { name: 'webserver', type: 'webserver' };
const routes: Routes = {
  'POST /assignments': { status: 201, body: { assignment, environment: acceptedView() } },
};

/** A server that has accepted the creation and goes on when the test says so. */
async function startAccepting(): Promise<void> {
  server = await startFakeServer(routes);
  server.tell(startingView());
}

function create(...words: string[]) {
  return startLauncher(['create', 'webserver', ...words], { environment: server.environment });
}

test('it waits, tells the steps, and ends with the address and what to do next', async () => {
  await startAccepting();
  const { finished, seen } = create('cpu=1', '--memory', '1GiB');
  await seen(/Start cluster: waiting for the image/);
  server.tell(exampleView());
  const { exitCode, stdout, stderr } = await finished;
  expect(stderr).toMatch(/^\[\d\d:\d\d:\d\d\] Make network lan: done \(0\.0 s\)$/m);
  expect(stdout.toString()).toMatch(/^✔ ready {2}webserver \(.* s\)$/m);
  expect(stdout.toString()).toContain('Page inside the lab: http://10.10.0.10:80/');
  expect(stdout.toString()).toContain('labcast open webserver\n');
  expect(stdout.toString()).toContain('labcast exec webserver cluster (10.10.0.10)');
  expect(exitCode).toBe(0);
  expect(server.requests[0]).toEqual({
    method: 'POST',
    path: '/assignments',
    body: { type: 'webserver', parameters: { cpu: '1', memory: '1GiB' } },
  });
});

test('with --json there is one document, with the environment as it was seen last', async () => {
  await startAccepting();
  const { finished } = create('--json');
  await waitForWatcher();
  server.tell(exampleView());
  const { exitCode, stdout, stderr } = await finished;
  expect(JSON.parse(stdout.toString())).toEqual({ assignment, environment: exampleView() });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
});

test('a failure tells the step, the reason, the remedy and the ways forward', async () => {
  await startAccepting();
  const { finished, seen } = create();
  await seen(/Start cluster/);
  server.tell(failedView());
  const { exitCode, stderr } = await finished;
  expect(stderr).toContain('✖ webserver: "Start cluster" failed. The storage pool is full.');
  expect(stderr).toContain('Remove a lab.');
  for (const way of ['retry', 'logs', 'destroy']) {
    expect(stderr).toContain(`labcast ${way} webserver`);
  }
  expect(exitCode).toBe(1);
});

test('a failure with --json is the environment with its last error, and exit code 1', async () => {
  await startAccepting();
  const { finished } = create('--json');
  await waitForWatcher();
  server.tell(failedView());
  const { exitCode, stdout } = await finished;
  expect(JSON.parse(stdout.toString())).toMatchObject({
    environment: { status: { lastError: { code: 'storage-full' } } },
  });
  expect(exitCode).toBe(1);
});

test('it goes on when the server was killed and is started again', async () => {
  await startAccepting();
  const { finished, seen } = create();
  await seen(/Start cluster/);
  const { port } = server;
  await server.kill();
  await seen(/The server does not answer, trying again\./);
  server = await startFakeServer(routes, port);
  server.tell(exampleView());
  const { exitCode, stdout, stderr } = await finished;
  expect(stderr).toContain('The server answers again.');
  expect(stdout.toString()).toContain('✔ ready');
  expect(exitCode).toBe(0);
});

test('Ctrl-C ends the waiting alone, and says how to watch and to remove', async () => {
  await startAccepting();
  const { child, finished, seen } = create();
  await seen(/Start cluster/);
  child.kill('SIGINT');
  const { exitCode, stderr } = await finished;
  expect(stderr).toContain('The work goes on without this command.');
  expect(stderr).toContain('labcast status webserver --watch');
  expect(stderr).toContain('labcast destroy webserver');
  expect(exitCode).toBe(130);
  expect(server.requests.some(({ method }) => method === 'DELETE')).toBe(false);
});

test('--no-wait returns what was accepted', async () => {
  await startAccepting();
  const { exitCode, stdout } = await create('--no-wait', '--json').finished;
  expect(JSON.parse(stdout.toString())).toEqual({ assignment, environment: acceptedView() });
  expect(exitCode).toBe(0);
});

test.each([
  [404, 'type-unknown', 3],
  [422, 'parameter-invalid', 2],
  [409, 'name-taken', 4],
  [409, 'capacity-exceeded', 4],
])('a refusal with %i %s gives exit code %i', async (status, code, expected) => {
  const problems = [{ message: 'memory has no unit.', remedy: 'Write 2GiB.' }];
  server = await startFakeServer({
    'POST /assignments': refusal(status, code, 'This cannot be made.', {
      remedy: 'Try.',
      problems,
    }),
  });
  const { environment } = server;
  const people = await runLauncher(['create', 'webserver'], { environment });
  expect(people.stderr).toBe('✖ This cannot be made.\n  memory has no unit. Write 2GiB.\nTry.\n');
  expect(people.exitCode).toBe(expected);
  const script = await runLauncher(['create', 'webserver', '--json'], { environment });
  expect(JSON.parse(script.stdout.toString())).toEqual({
    error: {
      code,
      message: 'This cannot be made.',
      remedy: 'Try.',
      problems,
      requestId: 'request-1',
    },
  });
  expect(script.stderr).toBe('');
  expect(script.exitCode).toBe(expected);
});

async function waitForWatcher(): Promise<void> {
  await expect.poll(() => server.watchers()).toBe(1);
}
