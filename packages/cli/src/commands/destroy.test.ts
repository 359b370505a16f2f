import type { EnvironmentView } from '@labcast/api-client';
import { afterEach, expect, test } from 'vitest';
import { exampleView } from '../testing/exampleViews.ts';
import type { FakeServer } from '../testing/fakeServer.ts';
import { refusal, startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher, startLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
afterEach(() => server.kill());

const at = '2026-01-02T03:04:05.000Z';
const removing = exampleView({ wanted: 'absent', settled: false }, { state: 'deleting' });
const removed = exampleView({ wanted: 'absent', removedAt: at }, { state: 'gone' });
const row = { kind: 'instance', name: 'abcdefg-cluster', requestedAt: at, seenAt: at };
const gone = {
  environment: 'dev',
  id: 'environment-1',
  createdAt: at,
  removedAt: at,
  complete: true,
};
const older = { ...gone, id: 'environment-0', rows: [{ ...row, name: 'older', goneAt: at }] };
const receipt = { environments: [{ ...gone, rows: [{ ...row, goneAt: at }] }, older] };

async function start(answer: EnvironmentView): Promise<void> {
  server = await startFakeServer({
    'DELETE /assignments/webserver': () => {
      server.tell(answer);
      return { status: 202, body: { environments: [answer] } };
    },
    'GET /receipts/webserver': { body: receipt },
  });
}

test('it waits until all is gone and prints the receipt of what it removed', async () => {
  await start(removing);
  server.tell(exampleView());
  const words = ['destroy', 'webserver', '--yes'];
  const { finished } = startLauncher(words, { environment: server.environment });
  await expect.poll(() => server.watchers()).toBe(1);
  server.tell(removed);
  const { exitCode, stdout } = await finished;
  expect(stdout.toString()).toMatch(/instance +abcdefg-cluster( +\d\d:\d\d:\d\d){3}$/m);
  expect(stdout.toString()).toContain('All 1 were seen to be gone.');
  expect(stdout.toString()).not.toContain('older');
  expect(exitCode).toBe(0);
});

test('without a terminal and without --yes it refuses and removes nothing', async () => {
  await start(removing);
  server.tell(exampleView());
  const { exitCode, stderr } = await runLauncher(['destroy', 'webserver'], {
    environment: server.environment,
  });
  expect(stderr).toContain('labcast destroy webserver --yes');
  expect(exitCode).toBe(4);
  expect(server.requests.some(({ method }) => method === 'DELETE')).toBe(false);
});

test('a second time is success, needs no confirmation, and prints the receipt again', async () => {
  await start(removed);
  server.tell(removed);
  const { exitCode, stdout } = await runLauncher(['destroy', 'webserver', '--json'], {
    environment: server.environment,
  });
  expect(JSON.parse(stdout.toString())).toEqual(receipt);
  expect(exitCode).toBe(0);
});

test('a name that never was is not there', async () => {
  await start(removed);
  const { exitCode } = await runLauncher(['destroy', 'nosuch', '--yes'], {
    environment: server.environment,
  });
  expect(exitCode).toBe(3);
});

test('something that is not gone makes it fail, and is named', async () => {
  server = await startFakeServer({
    'DELETE /assignments/webserver': { body: { environments: [removed] } },
    'GET /receipts/webserver': {
      body: { environments: [{ ...gone, complete: false, rows: [row] }] },
    },
  });
  server.tell(removed);
  const { exitCode, stdout } = await runLauncher(['destroy', 'webserver', '--yes'], {
    environment: server.environment,
  });
  expect(stdout.toString()).toMatch(/abcdefg-cluster.*still there/);
  expect(exitCode).toBe(1);
});

test('what was found by a sweep is removed only with --yes', async () => {
  const orphans = [{ kind: 'instance', name: 'zzz-web', reason: 'No ledger row.' }];
  const asked = (remove: boolean) => ({ id: '1', remove, requestedAt: at, orphans: [] });
  server = await startFakeServer({
    'POST /sweeps': ({ body }) => ({
      status: 202,
      body: asked((body as { remove: boolean }).remove),
    }),
    'GET /sweeps/1': { body: { ...asked(true), finishedAt: at, orphans } },
  });
  const { environment } = server;
  const look = await runLauncher(['sweep'], { environment });
  expect(look.stdout.toString()).toMatch(/instance +zzz-web +No ledger row\./);
  expect(look.exitCode).toBe(4);
  const sweeps = () => server.requests.filter(({ path }) => path === '/sweeps');
  expect(sweeps().map(({ body }) => body)).toEqual([{ remove: false }]);
  const remove = await runLauncher(['sweep', '--yes'], { environment });
  expect(remove.stdout.toString()).toContain('1 removed.');
  expect(remove.exitCode).toBe(0);
  expect(sweeps().at(-1)?.body).toEqual({ remove: true });
});

test('an answer that is an error of the server is told as the server words it', async () => {
  server = await startFakeServer({
    'GET /assignments': refusal(503, 'database-unavailable', 'The database does not answer.'),
  });
  const { exitCode, stderr } = await runLauncher(['ls'], { environment: server.environment });
  expect(stderr).toContain('The database does not answer.');
  expect(exitCode).toBe(1);
});
