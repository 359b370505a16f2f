import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labcast, labcastInBackground, labcastOk } from './support/labcast.ts';
import { destroyQuietly, instanceOf, receiptOf, viewOf } from './support/views.ts';
import { incus, observeWorld } from './support/world.ts';

const name = 'e2e-webserver';

describe('a web server on Kubernetes, from nothing to nothing', () => {
  let before: Awaited<ReturnType<typeof observeWorld>>;

  beforeAll(async () => {
    await destroyQuietly(name);
    before = await observeWorld();
    await labcastOk([
      'create',
      'webserver',
      'cpu=1',
      'memory=1GiB',
      'storage=4GiB',
      `name=${name}`,
    ]);
  });
  afterAll(() => destroyQuietly(name));

  test('it is ready, with an address for its page', async () => {
    const view = await viewOf(name);
    expect(view.status.state).toBe('ready');
    expect(view.settled).toBe(true);
    expect(view.status.elements.map((element) => [element.name, element.state])).toEqual(
      expect.arrayContaining([
        ['cluster', 'ready'],
        ['web', 'ready'],
      ]),
    );
  });

  test('its page answers through a forwarded port, many times at once', async () => {
    const forward = labcastInBackground(['forward', name, 'web:80', '18099']);
    try {
      if (forward.stdout) await once(forward.stdout, 'data');
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          fetch('http://127.0.0.1:18099/').then((answer) => answer.status),
        ),
      );
      expect(answers).toEqual(Array.from({ length: 8 }, () => 200));
    } finally {
      forward.kill('SIGINT');
    }
  });

  test('kubectl works for root and for the lab user', async () => {
    const nodes = ['kubectl', 'get', 'nodes', '--no-headers'];
    const asRoot = await labcastOk(['exec', name, 'cluster', '--', ...nodes]);
    expect(asRoot.stdout).toMatch(/^cluster\s+Ready/);
    const asStudent = await labcastOk([
      ...['exec', name, 'cluster', '--', 'su', '-l', 'student', '-c'],
      nodes.join(' '),
    ]);
    expect(asStudent.stdout).toMatch(/^cluster\s+Ready/);
  });

  test('exec passes input, output and the exit code through', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256));
    const copied = await labcastOk(['exec', name, 'cluster', '--', 'cat'], { stdin: bytes });
    expect(copied.stdoutBytes.equals(bytes)).toBe(true);
    const failed = await labcast([
      'exec',
      name,
      'cluster',
      '--',
      'sh',
      '-c',
      'echo no >&2; exit 7',
    ]);
    expect([failed.exitCode, failed.stdout, failed.stderr]).toEqual([7, '', 'no\n']);
  });

  test('the node is unprivileged, with ids of its own, and has the sizes that were asked for', async () => {
    const instance = await instanceOf(name, 'cluster');
    const config = await incus(['config', 'show', instance, '--expanded']);
    expect(config).not.toMatch(/security\.privileged: "true"/);
    expect(config).toMatch(/security\.idmap\.isolated: "true"/);
    const inside = await labcastOk([
      ...['exec', name, 'cluster', '--', 'sh', '-c'],
      'nproc; awk "/MemTotal/ {print \\$2}" /proc/meminfo; awk "{print \\$2}" /proc/self/uid_map',
    ]);
    const [cpus, memoryKiB, firstId] = inside.stdout.trim().split('\n').map(Number);
    expect(cpus).toBe(1);
    expect(memoryKiB).toBe(1024 * 1024);
    expect(firstId).toBeGreaterThan(0);
  });

  test('a second one of that name is refused and changes nothing', async () => {
    const again = await labcast(['create', 'webserver', `name=${name}`]);
    expect(again.exitCode).toBe(4);
    expect(again.stderr).toContain(name);
    expect((await viewOf(name)).status.state).toBe('ready');
  });

  test('destroy removes every trace and proves it; twice is success', async () => {
    const first = await labcastOk(['destroy', name, '--yes']);
    expect(first.stdout).toMatch(/gone/i);
    expect(await observeWorld()).toEqual(before);
    const receipt = await receiptOf(name);
    expect(receipt.complete).toBe(true);
    expect(receipt.rows.map(({ kind }) => kind).sort()).toEqual([
      'bridge',
      'egress',
      'instance',
      'instance',
    ]);
    expect(receipt.rows.filter(({ goneAt }) => !goneAt)).toEqual([]);
    await labcastOk(['destroy', name, '--yes']);
  });
});
