import { afterEach, beforeEach, expect, test } from 'vitest';
import { acceptedView, exampleView, startingView } from './testing/exampleViews.ts';
import type { FakeServer } from './testing/fakeServer.ts';
import { startFakeServer } from './testing/fakeServer.ts';
import { startOnTerminal } from './testing/runLauncher.ts';

const removed = exampleView({ wanted: 'absent', removedAt: '2026-01-02T03:04:05.000Z' });

let server: FakeServer;
beforeEach(async () => {
  server = await startFakeServer({
    'POST /assignments': { status: 201, body: { assignment: {}, environment: acceptedView() } },
    'DELETE /assignments/webserver': { body: { environments: [removed] } },
    'GET /receipts/webserver': { body: { environments: [] } },
  });
  server.tell(exampleView());
});
afterEach(() => server.kill());

function start(...words: string[]) {
  return startOnTerminal(words, { environment: server.environment });
}

test.each([
  ['y\r', 0, true],
  ['n\r', 4, false],
  ['\r', 4, false],
  ['\u0003', 130, false],
])('destroy asks, and after %j ends with %i', async (keys, expected, isRemoved) => {
  const { child, finished, seen } = start('destroy', 'webserver');
  await seen(/Remove webserver with all its machines and their data\? \[y\/N\]/);
  child.stdin?.write(keys);
  expect((await finished).exitCode).toBe(expected);
  expect(server.requests.some(({ method }) => method === 'DELETE')).toBe(isRemoved);
});

test('the steps are drawn in place, in colour', async () => {
  server.tell(startingView());
  const { finished, seen } = start('create', 'webserver');
  await seen(/Start cluster/);
  server.tell(exampleView());
  const { exitCode, stdout } = await finished;
  expect(stdout.toString()).toContain('\u001b[32m✔\u001b[39m Make network lan');
  expect(stdout.toString()).toContain('\u001b[1A');
  expect(exitCode).toBe(0);
});

test('with a terminal every key goes to the command, Ctrl-C too', async () => {
  const { child, finished, seen } = start(
    ...['exec', '-t', 'webserver', 'cluster', '--'],
    ...['sh', '-c', 'echo on; head -c 1 | od -An -tx1; exit 6'],
  );
  await seen(/on/);
  child.stdin?.write('\u0003');
  const { exitCode, stdout } = await finished;
  expect(stdout.toString()).toContain(' 03');
  expect(exitCode).toBe(6);
  const query = new URLSearchParams(String(server.requests.at(-1)?.body));
  expect(Object.fromEntries(query)).toMatchObject({ tty: '1', columns: '80', rows: '24' });
});
