import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { IncusClient } from './client.ts';
import type { IncusTestBed } from './testing/contract.ts';
import { createRealTestBed } from './testing/createRealTestBed.ts';

let bed: IncusTestBed;
let client: IncusClient;

beforeAll(async () => {
  bed = await createRealTestBed();
  client = bed.client;
  const devices = { root: { type: 'disk', path: '/', pool: bed.pool } };
  await client.createInstance({ name: 'm', image: bed.image, config: {}, devices, start: true });
});
afterAll(() => bed.stop());

test('a command runs as the user, in the folder and with the environment asked for', async () => {
  const { stdout } = await client.exec('m', {
    command: ['sh', '-c', 'echo $GREETING; pwd; id -u; id -g'],
    environment: { GREETING: 'hello' },
    workingDirectory: '/tmp',
    uid: 5,
    gid: 6,
  });
  expect(String(stdout)).toBe('hello\n/tmp\n5\n6\n');
});

test('commands that end at once give their exit codes all the same', async () => {
  for (let round = 0; round < 10; round += 1) {
    const runs = Array.from({ length: 5 }, () => client.exec('m', { command: ['false'] }));
    expect((await Promise.all(runs)).map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1, 1]);
  }
});

test('a terminal has the size given, follows a change, and ends with its shell', async () => {
  const size = { columns: 80, rows: 24 };
  const script = 'stty -echo; while read line; do [ "$line" = end ] && exit 5; stty size; done';
  const terminal = await client.openExec('m', { command: ['sh', '-c', script] }, size);
  let output = '';
  terminal.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ask = (): string => {
    terminal.stdin.write('\n');
    return output;
  };
  await expect.poll(ask).toContain('24 80');
  terminal.resize(132, 43);
  await expect.poll(ask).toContain('43 132');
  terminal.stdin.write('end\n');
  expect(await terminal.exitCode).toBe(5);
});

test('output that nobody reads stays in the instance instead of in memory', async () => {
  const tunnel = await client.openExec('m', { command: ['cat', '/dev/zero'] });
  // Long enough for hundreds of megabytes.
  await delay(500);
  expect(tunnel.stdout.readableLength).toBeLessThan(1_000_000);
  tunnel.close();
  // Killed, by Incus or by its broken pipe, whichever came first.
  expect(await tunnel.exitCode).toBeGreaterThan(128);
});

test('input that the command does not read makes the writer wait, and none of it is lost', async () => {
  const data = randomBytes(16_000_000);
  const tunnel = await client.openExec('m', { command: ['sh', '-c', 'read go; sha256sum'] });
  tunnel.stdin.write('go\n');
  for (let offset = 0; offset < data.length; offset += 100_000) {
    const isRoomLeft = tunnel.stdin.write(data.subarray(offset, offset + 100_000));
    if (!isRoomLeft) await new Promise((resolve) => tunnel.stdin.once('drain', resolve));
  }
  tunnel.stdin.end();
  let output = '';
  for await (const chunk of tunnel.stdout) output += String(chunk);
  expect(output.slice(0, 64)).toBe(createHash('sha256').update(data).digest('hex'));
});

test('a closed tunnel leaves no process behind', async () => {
  const tunnel = await client.openExec('m', { command: ['sleep', '4321'] });
  tunnel.close();
  await tunnel.exitCode;
  const { stdout } = await client.exec('m', { command: ['ps'] });
  expect(String(stdout)).not.toContain('4321');
});

test('a file that exists takes the new mode and owner too', async () => {
  await client.writeFile('m', '/tmp/f', 'one', { mode: '0644', uid: 0, gid: 0 });
  await client.writeFile('m', '/tmp/f', 'two', { mode: '0600', uid: 3, gid: 4 });
  const { stdout } = await client.exec('m', { command: ['stat', '-c', '%a %u %g', '/tmp/f'] });
  expect(String(stdout)).toBe('600 3 4\n');
  await expect(client.readFile('m', '/tmp')).rejects.toMatchObject({ kind: 'rejected' });
});

test('a shutdown that does not come in time is refused and force still works', async () => {
  const devices = { root: { type: 'disk', path: '/', pool: bed.pool } };
  await client.createInstance({ name: 's', image: bed.image, config: {}, devices, start: true });
  // This init has no orders for the signal that Incus sends.
  const stopping = client.stopInstance('s', { force: false, timeoutSeconds: 1 });
  await expect(stopping).rejects.toMatchObject({ kind: 'rejected' });
  await client.stopInstance('s', { force: true });
  await client.startInstance('s');
  await client.removeInstance('s');
});
