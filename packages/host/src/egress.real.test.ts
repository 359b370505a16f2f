import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestHost, type TestHost } from './testing/testHost.ts';
import { addLab, addWorld, world, type TestLab } from './testing/testLabs.ts';

let host: TestHost;
let lab: TestLab;
let other: TestLab;
let internet: string;

beforeAll(async () => {
  host = await createTestHost();
  internet = await addWorld(host);
  await host.startHelper({
    LABCAST_NAME_SERVERS: world.nameServer,
    LABCAST_EGRESS_ALLOW: `${world.schoolServer}, 10.201.0.0/16`,
  });
  lab = await addLab(host, 'a', 2);
  other = await addLab(host, 'b', 3);
});

afterAll(() => host.remove());

beforeEach(async () => {
  await host.client.setEgress(lab.uplinkAddress, false);
  await host.client.setEgress(other.uplinkAddress, false);
});

const ask = (kind: 'tcp' | 'udp', address: string, port = 80): Promise<string> =>
  host.namespaces.probe(lab.machine, kind, address, String(port));

test('a lab has no way out until it is given one, not even to a name server', async () => {
  await host.client.setEgress(other.uplinkAddress, true);
  const before = await host.namespaces.received(internet, 'eth0');
  expect(await ask('tcp', world.server)).toBe('silent');
  expect(await ask('udp', world.server, 53)).toBe('silent');
  expect(await ask('udp', world.nameServer, 53)).toBe('silent');
  expect(await host.namespaces.received(internet, 'eth0')).toBe(before);
});

test('a lab with a way out reaches the internet, name servers and what the school allows', async () => {
  await host.client.setEgress(lab.uplinkAddress, true);
  expect(await ask('tcp', world.server)).toBe('answered');
  expect(await ask('udp', world.server)).toBe('answered');
  expect(await ask('udp', world.nameServer, 53)).toBe('answered');
  expect(await ask('tcp', world.nameServer, 53)).toBe('answered');
  expect(await ask('tcp', world.schoolServer)).toBe('answered');
});

test('a way out leads to no private address, no neighbour of the host and no other port of a name server', async () => {
  await host.client.setEgress(lab.uplinkAddress, true);
  expect(await ask('tcp', world.closedServer)).toBe('silent');
  expect(await ask('tcp', world.nameServer, 80)).toBe('silent');
  expect(await ask('tcp', '198.51.100.1')).toBe('silent');
  for (const address of world.neighbour) expect(await ask('tcp', address)).toBe('silent');
});

test('closing the way out cuts an open connection, and opening it again lets it go on', async () => {
  await host.client.setEgress(lab.uplinkAddress, true);
  const child = host.namespaces.start(lab.machine, {
    command: ['python3', `${import.meta.dirname}/testing/probe.py`, 'hold', world.server, '80'],
  });
  const heard: string[] = [];
  createInterface(child.stdout).on('line', (line) => heard.push(line));
  child.stdin.write('open\n');
  await vi.waitFor(() => expect(heard).toContain('open'), 10_000);

  await host.client.setEgress(lab.uplinkAddress, false);
  const before = await host.namespaces.received(internet, 'eth0');
  child.stdin.write('closed\n');
  expect(await ask('tcp', world.server)).toBe('silent');
  expect(await host.namespaces.received(internet, 'eth0')).toBe(before);
  expect(heard).not.toContain('closed');

  await host.client.setEgress(lab.uplinkAddress, true);
  await vi.waitFor(() => expect(heard).toContain('closed'), 30_000);
  child.stdin.end();
});

test.each([
  ['the table is deleted', 'delete table inet labcast'],
  ['all rules are flushed', 'flush ruleset'],
  ['one rule is deleted', 'flush chain inet labcast to_host'],
  ['a stranger is let out', 'add element inet labcast egress { 10.99.0.3 }'],
])('when %s, the helper puts everything back and logs it', async (_, command) => {
  await host.client.setEgress(lab.uplinkAddress, true);
  const logged = host.log.length;
  await host.run('nft', command);
  await vi.waitFor(
    () => expect(host.log.slice(logged).join('\n')).toContain('firewall put back'),
    10_000,
  );
  expect((await host.client.getStatus()).firewallInPlace).toBe(true);
  expect((await host.client.getStatus()).egress).toEqual([lab.uplinkAddress]);
  expect(await ask('tcp', world.server)).toBe('answered');
  expect(await host.namespaces.probe(other.machine, 'tcp', world.server, '80')).toBe('silent');
  expect(await ask('udp', '10.99.0.1', 53)).toBe('silent');
});

test('when the kernel has no table and refuses a new one, labs are cut off and opening is refused', async () => {
  await host.client.setEgress(lab.uplinkAddress, true);
  const helperPid = (JSON.parse(host.log[0]!) as { pid: number }).pid;
  const inHelper = ['-m', '-t', String(helperPid)];
  await host.namespaces.run(
    host.namespace,
    'nsenter',
    ...inHelper,
    'mount',
    '--bind',
    '/bin/false',
    '/usr/sbin/nft',
  );
  try {
    await host.run('nft', 'delete table inet labcast');
    await expect(host.client.setEgress(other.uplinkAddress, true)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('cut off from the internet') as string,
    });
    expect(await host.run('ip', 'link', 'show', 'dev', 'lcup')).toContain('state DOWN');
    expect(await ask('udp', '10.99.0.1', 53)).toBe('silent');
  } finally {
    await host.namespaces.run(host.namespace, 'nsenter', ...inHelper, 'umount', '/usr/sbin/nft');
  }
  await vi.waitFor(async () => expect(await ask('tcp', world.server)).toBe('answered'), 20_000);
  expect(await host.namespaces.probe(other.machine, 'tcp', world.server, '80')).toBe('silent');
});
