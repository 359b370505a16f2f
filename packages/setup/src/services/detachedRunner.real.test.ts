import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createDetachedRunner } from './detachedRunner.ts';
import { isAlive, readLivePid, type ProcessIdentity } from './processIdentity.ts';
import type { Service, ServiceRunner } from './service.ts';

const base: Service = {
  name: 'sleeper',
  description: 'Sleeps',
  user: 'root',
  command: ['/bin/sleep', '600'],
  environment: { PATH: '/usr/bin:/bin' },
  stopSignal: 'TERM',
  leavesChildren: false,
  openFiles: 1024,
  after: [],
  hardening: { writablePaths: [], capabilities: [], mayChangeKernelSettings: false },
};

async function setUp(): Promise<{ runner: ServiceRunner; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'labcast-runner-'));
  const runner = createDetachedRunner({ runDir: folder, logDir: folder });
  onTestFinished(async () => {
    await runner.remove('sleeper');
    await rm(folder, { recursive: true });
  });
  return { runner, folder };
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(25);
  }
  throw new Error('it never came');
}

const childOf = (folder: string): Promise<ProcessIdentity> =>
  until(() => readLivePid(join(folder, 'sleeper.pid')));

test('a second start of the same description leaves the running process alone', async () => {
  const { runner, folder } = await setUp();
  expect(await runner.ensureRunning(base)).toBe('started');
  const child = await childOf(folder);
  expect(await runner.ensureRunning(base)).toBe('running already');
  expect(await childOf(folder)).toEqual(child);
});

test('another description replaces the running process', async () => {
  const { runner, folder } = await setUp();
  await runner.ensureRunning(base);
  const child = await childOf(folder);
  expect(await runner.ensureRunning({ ...base, command: ['/bin/sleep', '601'] })).toBe('started');
  expect(await isAlive(child)).toBe(false);
});

test('a killed process comes back, and stopping ends it for good', async () => {
  const { runner, folder } = await setUp();
  await runner.ensureRunning(base);
  const first = await childOf(folder);
  process.kill(first.pid, 'SIGKILL');
  const second = await until(async () => {
    const now = await readLivePid(join(folder, 'sleeper.pid'));
    return now && now.pid !== first.pid ? now : undefined;
  });
  expect(await runner.ensureStopped('sleeper')).toBe('stopped');
  expect(await isAlive(second)).toBe(false);
  expect(await runner.isRunning('sleeper')).toBe(false);
  expect(await runner.ensureStopped('sleeper')).toBe('was not running');
});

test('a supervisor that is killed takes its command with it', async () => {
  const { runner, folder } = await setUp();
  await runner.ensureRunning(base);
  const child = await childOf(folder);
  // Before that it has not asked the kernel yet to be ended with the supervisor.
  await until(async () => {
    const program = await readFile(`/proc/${String(child.pid)}/comm`, 'utf8');
    return program === 'sleep\n' ? true : undefined;
  });
  const supervisor = await readLivePid(join(folder, 'sleeper.supervisor.pid'));
  expect(supervisor).toBeDefined();
  if (supervisor) process.kill(supervisor.pid, 'SIGKILL');
  await until(async () => ((await isAlive(child)) ? undefined : true));
  expect(await runner.isRunning('sleeper')).toBe(false);
});

test('a pid file left by an earlier boot never gets anybody killed', async () => {
  const { runner, folder } = await setUp();
  await runner.ensureRunning(base);
  const child = await childOf(folder);
  for (const name of ['sleeper.pid', 'sleeper.supervisor.pid']) {
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, `saved-${name}`), text);
    await writeFile(
      join(folder, name),
      text.replace(/[0-9a-f-]{36}/, '00000000-0000-0000-0000-000000000000'),
    );
  }
  expect(await runner.ensureStopped('sleeper')).toBe('was not running');
  expect(await isAlive(child)).toBe(true);
  for (const name of ['sleeper.pid', 'sleeper.supervisor.pid'])
    await writeFile(join(folder, name), await readFile(join(folder, `saved-${name}`)));
});

test('a command with spaces and quotes in its environment and preparation arrives as it is', async () => {
  const { runner, folder } = await setUp();
  await runner.ensureRunning({
    ...base,
    before: ['/bin/sh', '-c', `echo "prepared it's" > ${folder}/prepared`],
    command: ['/bin/sh', '-c', `printf %s "$GREETING" > ${folder}/said; exec sleep 600`],
    environment: { PATH: '/usr/bin:/bin', GREETING: `a "b" 'c' $d` },
  });
  const said = await until(async () => {
    const text = await readFile(join(folder, 'said'), 'utf8').catch(() => '');
    return text === '' ? undefined : text;
  });
  expect(said).toBe(`a "b" 'c' $d`);
  expect(await readFile(join(folder, 'prepared'), 'utf8')).toBe("prepared it's\n");
});
