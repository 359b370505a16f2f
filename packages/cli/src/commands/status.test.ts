import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleView, failedView, startingView } from '../testing/exampleViews.ts';
import type { FakeServer } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher, startLauncher } from '../testing/runLauncher.ts';

const line = {
  id: '1',
  at: '2026-01-02T03:04:05.000Z',
  level: 'info',
  message: 'Made network lan.',
};
const next = { ...line, id: '2', element: 'cluster', message: 'Started.' };

let server: FakeServer;
beforeEach(async () => {
  let isRead = false;
  server = await startFakeServer({
    'GET /environments/webserver/dev/log': () => {
      const lines = isRead ? [] : [line];
      isRead = true;
      return { body: { lines } };
    },
    'POST /environments/webserver/dev/actions': ({ body }) => {
      expect(body).toEqual({ action: 'retry' });
      server.tell(exampleView({ generation: 2 }));
      return { body: failedView({ generation: 2 }) };
    },
  });
});
afterEach(() => server.kill());

function run(...words: string[]) {
  return runLauncher(words, { environment: server.environment });
}

test('status shows the elements with their addresses', async () => {
  server.tell(exampleView());
  const { exitCode, stdout } = await run('status', 'webserver');
  expect(stdout.toString()).toMatch(/^✔ ready {2}webserver {2}webserver, dev, key abcdefg/);
  expect(stdout.toString()).toMatch(/^web +app +✔ ready +http:\/\/10\.10\.0\.10:80\/$/m);
  expect(exitCode).toBe(0);
});

test('status tells of a virtual machine that is emulated', async () => {
  const vm = { name: 'vm', kind: 'vm', state: 'ready', acceleration: 'software' } as const;
  const elements = [{ ...vm, addresses: ['10.10.0.10'], instances: ['abcdefg-vm'] }];
  server.tell(exampleView({}, { elements }));
  const { stdout } = await run('status', 'webserver');
  expect(stdout.toString()).toMatch(/^! vm is emulated in software, which is slow/m);
});

test('status of failed work tells the reason, how often it was tried, and what to do', async () => {
  server.tell(failedView());
  const { stdout } = await run('status', 'webserver');
  expect(stdout.toString()).toMatch(/The storage pool is full\. \(.* ago, tried 3 times\)/);
  expect(stdout.toString()).toContain('labcast retry webserver');
});

test('status tells of each element that failed what to do, and nothing twice', async () => {
  const failed = { kind: 'container', state: 'failed' } as const;
  const view = failedView();
  const elements = [
    { ...failed, name: 'web', remedy: 'Remove a lab.' },
    { ...failed, name: 'db', remedy: 'Choose another image.' },
  ].map((element) => ({ ...element, addresses: [], instances: [] }));
  server.tell({ ...view, status: { ...view.status, elements } });
  const { stdout } = await run('status', 'webserver');
  expect(stdout.toString().match(/Remove a lab\./g)).toHaveLength(1);
  expect(stdout.toString()).toMatch(/^! db: Choose another image\.$/m);
});

test('what was removed is not there any more, and its proof is named', async () => {
  server.tell(exampleView({ removedAt: line.at }));
  const { exitCode, stdout } = await run('status', 'webserver');
  expect(stdout.toString()).toContain('labcast receipt webserver');
  expect(exitCode).toBe(3);
});

test('--watch --json gives one document per line and change', async () => {
  server.tell(startingView());
  const words = ['status', 'webserver', '--watch', '--json'];
  const { child, finished, seen } = startLauncher(words, { environment: server.environment });
  await expect.poll(() => server.watchers()).toBe(1);
  server.tell(exampleView());
  await seen(/"state":"ready","conditions"/);
  child.kill('SIGINT');
  const { exitCode, stdout } = await finished;
  const documents = stdout
    .toString()
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as unknown);
  expect(documents).toEqual([startingView(), exampleView()]);
  expect(exitCode).toBe(130);
});

test('logs --follow prints each line once, what was and what comes', async () => {
  server.tell(exampleView());
  const words = ['logs', 'webserver', '--follow', '--json'];
  const { child, finished, seen } = startLauncher(words, { environment: server.environment });
  await expect.poll(() => server.watchers()).toBe(1);
  server.tellLog(line);
  server.tellLog(next);
  await seen(/Started/);
  child.kill('SIGINT');
  const lines = (await finished).stdout.toString().trimEnd().split('\n');
  expect(lines.map((text) => JSON.parse(text) as unknown)).toEqual([line, next]);
});

test('retry waits for the end and does not take the old failure for it', async () => {
  server.tell(failedView());
  const { exitCode, stdout } = await run('retry', 'webserver');
  expect(stdout.toString()).toContain('✔ ready');
  expect(exitCode).toBe(0);
});

test('ls lists what there is', async () => {
  await server.kill();
  const assignment = { name: 'webserver', type: 'webserver', environments: [exampleView()] };
  server = await startFakeServer({ 'GET /assignments': { body: { assignments: [assignment] } } });
  const { stdout } = await run('ls');
  expect(stdout.toString()).toMatch(
    /^NAME +TYPE +STATE +ELEMENTS +CREATED\nwebserver +webserver +✔ ready +cluster, web +\d+ days ago\n$/,
  );
});
