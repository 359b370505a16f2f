import { afterEach, expect, test } from 'vitest';
import { exampleRun, openRun } from '../testing/exampleClass.ts';
import type { FakeServer, Routes } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
afterEach(() => server.kill());

const at = '2026-01-02T03:04:05.000Z';
const taken = {
  number: 3,
  source: 'dev',
  reason: 'asked',
  note: 'before the upgrade',
  createdBy: 'Ada',
  createdAt: at,
  takenAt: at,
  pauseMs: 180,
  state: 'kept',
  usage: [{ name: 'web', memoryBytes: 1, cpuCores: 0, diskBytes: 2 ** 20 }],
  releases: [1],
  neededBy: ['release r1'],
};
const line = { id: '1', at, stage: 'validate', attempt: 1, level: 'info', message: 'All is well.' };

async function start(routes: Routes): Promise<void> {
  server = await startFakeServer(routes);
}

const run = (...words: string[]) => runLauncher(words, { environment: server.environment });

test('a checkpoint is waited for, and how long the lab stood still is told', async () => {
  let looks = 0;
  await start({
    'POST /assignments/firewall/checkpoints': {
      status: 202,
      body: { ...taken, state: 'requested' },
    },
    'GET /assignments/firewall/checkpoints/3': () => ({
      body: { ...taken, state: ++looks > 1 ? 'kept' : 'requested' },
    }),
  });
  const { exitCode, stdout } = await run('checkpoint', 'firewall/07', '--note', 'x');
  expect(stdout.toString()).toBe('Checkpoint c3, the lab stood still for 180 ms.\n');
  expect(exitCode).toBe(0);
  expect(server.requests[0]?.body).toEqual({ environment: '07', note: 'x' });
});

test('a checkpoint that failed fails the command with its reason', async () => {
  const failed = { ...taken, state: 'failed', error: 'The storage pool is full.' };
  await start({ 'POST /assignments/firewall/checkpoints': { status: 202, body: failed } });
  const { exitCode, stderr } = await run('checkpoint', 'firewall');
  expect(stderr).toContain('The storage pool is full.');
  expect(exitCode).toBe(1);
});

test('checkpoints are listed with what needs them', async () => {
  await start({ 'GET /assignments/firewall/checkpoints': { body: { checkpoints: [taken] } } });
  const { stdout } = await run('checkpoints', 'firewall');
  expect(stdout.toString()).toMatch(/c3 +dev +kept .*before the upgrade +release r1/);
});

/** A run that is at `state` after a look, with one line of log. */
function runs(end: ReturnType<typeof exampleRun>): Routes {
  let looks = 0;
  const open = openRun();
  return {
    'POST /assignments/firewall/runs': { status: 202, body: open },
    'GET /assignments/firewall/runs/1': () => ({ body: ++looks > 1 ? end : open }),
    'GET /assignments/firewall/runs/1/log': () => ({ body: { lines: looks === 1 ? [line] : [] } }),
  };
}

test('a promotion is followed line by line, and ends with the release', async () => {
  await start(runs(exampleRun()));
  const { exitCode, stdout, stderr } = await run('promote', 'firewall', 'c3', '--students', '12');
  expect(stderr).toContain('validate: All is well.');
  expect(stdout.toString()).toContain('Run 1 of checkpoint c1: passed, release r1');
  expect(exitCode).toBe(0);
  expect(server.requests[0]?.body).toMatchObject({ checkpoint: 3, students: 12, promote: true });
});

test('a promotion that failed says where, and how to look at it', async () => {
  const message = 'Check "page answers" on web failed.';
  const stages = [{ name: 'rehearse' as const, attempt: 1, state: 'failed' as const, message }];
  const failed = { ...openRun({ state: 'failed', stages }), endedAt: at };
  await start(runs(failed));
  const { exitCode, stderr } = await run('promote', 'firewall');
  expect(stderr).toContain(message);
  expect(stderr).toContain('labcast run firewall 1 --log');
  expect(exitCode).toBe(1);
});

test('a promotion that waits for somebody names the command', async () => {
  await start(runs(openRun({ state: 'waiting-approval' })));
  const { exitCode, stdout } = await run('promote', 'firewall', '--approve');
  expect(stdout.toString()).toContain('labcast approve firewall 1');
  expect(exitCode).toBe(0);
});

test('what is no checkpoint is wrong use before anything is asked', async () => {
  await start({});
  const { exitCode, stderr } = await run('promote', 'firewall', 'r3');
  expect(stderr).toContain('Write it as c3.');
  expect(exitCode).toBe(2);
  expect(server.requests).toEqual([]);
});
