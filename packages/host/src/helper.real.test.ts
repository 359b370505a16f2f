import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHostClient } from './createHostClient.ts';
import { createTestHost, type TestHost } from './testing/testHost.ts';

let host: TestHost;
let helper: ChildProcess | number;

beforeEach(async () => {
  host = await createTestHost();
  helper = await host.startHelper();
});

afterEach(() => host.remove());

async function endHelper(signal: NodeJS.Signals): Promise<unknown> {
  if (typeof helper === 'number') throw new Error('the helper did not start');
  const exit = once(helper, 'exit');
  helper.kill(signal);
  return (await exit)[0];
}

const names = Array.from({ length: 20 }, (_, index) => `lc-abcdefg-${index}`);

test('a ready helper has its uplink, its firewall and its kernel settings in place', async () => {
  const status = await host.client.getStatus();
  expect(status).toMatchObject({
    uplinkBridge: 'lcup',
    uplinkSubnet: '10.99.0.0/16',
    bridges: [],
    egress: [],
    firewallInPlace: true,
  });
  expect(status.kernelSettings['net.ipv4.ip_forward']).toEqual({ now: '1', before: '0' });
  expect(status.memoryAvailableBytes).toBeLessThan(status.memoryTotalBytes);
  expect(await host.run('ip', 'address', 'show', 'dev', 'lcup')).toContain('10.99.0.1/16');
});

test('bridges are made and removed once, however often and at the same time they are asked for', async () => {
  await Promise.all([...names, ...names].map((name) => host.client.ensureBridge(name)));
  expect([...(await host.client.getNetworks()).bridges].sort()).toEqual([...names].sort());
  await Promise.all([...names, ...names].map((name) => host.client.removeBridge(name)));
  expect((await host.client.getNetworks()).bridges).toEqual([]);
});

test('a bridge is up, has no address and IPv6, and says that it is ours', async () => {
  await host.client.ensureBridge('lc-abcdefg-0');
  const text = await host.run('ip', '-d', 'address', 'show', 'dev', 'lc-abcdefg-0');
  expect(text).toContain('alias labcast');
  expect(text).toMatch(/<[^>]*\bUP\b/);
  expect(text).toContain('stp_state 0');
  expect(text).toContain('mcast_snooping 0');
  expect(text).not.toContain('inet');
});

test('a bridge that a killed helper left half made is finished', async () => {
  await host.run('ip', 'link', 'add', 'lc-abcdefg-0', 'type', 'bridge');
  await host.client.ensureBridge('lc-abcdefg-0');
  const text = await host.run('ip', '-d', 'link', 'show', 'dev', 'lc-abcdefg-0');
  expect(text).toContain('alias labcast');
});

test('a link of somebody else that has the name of a lab bridge is left alone', async () => {
  await host.run('ip', 'link', 'add', 'lc-abcdefg-0', 'type', 'veth', 'peer', 'name', 'peer0');
  const refused = { kind: 'refused', message: expect.stringContaining("not Labcast's") as string };
  await expect(host.client.ensureBridge('lc-abcdefg-0')).rejects.toMatchObject(refused);
  await expect(host.client.removeBridge('lc-abcdefg-0')).rejects.toMatchObject(refused);
  expect((await host.client.getNetworks()).bridges).toEqual([]);
});

test.each([
  'lcup',
  'eth0',
  'lc-',
  'lc-abcdefg-100',
  'lc-abcdefg-0;id',
  '../lc-abcdefg-0',
  'lc-ABCDEFG-0',
  '',
])('the bridge name %j is rejected', async (name) => {
  await expect(host.client.ensureBridge(name)).rejects.toMatchObject({ kind: 'rejected' });
  await expect(host.client.removeBridge(name)).rejects.toMatchObject({ kind: 'rejected' });
});

test.each([
  '10.99.0.0',
  '10.99.0.1',
  '10.99.255.255',
  '10.98.0.2',
  '10.99.0.2/32',
  '10.99.0.02',
  'x',
  '',
])('the uplink address %j is rejected, and the uplink stays up', async (address) => {
  await expect(host.client.setEgress(address, true)).rejects.toMatchObject({ kind: 'rejected' });
  expect(await host.client.getStatus()).toMatchObject({ egress: [], firewallInPlace: true });
  expect(await host.run('ip', 'link', 'show', 'dev', 'lcup')).toMatch(/<[^>]*\bUP\b/);
});

test('labs go on after the helper is ended or killed, and the next one knows them', async () => {
  await host.client.ensureBridge('lc-abcdefg-0');
  await host.client.setEgress('10.99.0.7', true);
  expect(await endHelper('SIGTERM')).toBe(0);
  await expect(host.client.getStatus()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await host.run('nft', 'list', 'table', 'inet', 'labcast')).toContain('10.99.0.7');

  helper = await host.startHelper();
  expect(await host.client.getStatus()).toMatchObject({
    bridges: ['lc-abcdefg-0'],
    egress: ['10.99.0.7'],
    firewallInPlace: true,
  });
  await endHelper('SIGKILL');
  helper = await host.startHelper();
  const status = await host.client.getStatus();
  expect(status.egress).toEqual(['10.99.0.7']);
  expect(status.kernelSettings['net.ipv4.ip_forward']).toEqual({ now: '1', before: '0' });
});

test('restoring leaves the host as it was, and twice is as good as once', async () => {
  await Promise.all(names.map((name) => host.client.ensureBridge(name)));
  await host.client.setEgress('10.99.0.7', true);
  await host.client.restore();
  await host.client.restore();
  expect(await host.run('ip', '-o', 'link')).not.toMatch(/lc/);
  expect(await host.run('nft', 'list', 'ruleset')).toBe('');
  expect((await host.run('cat', '/proc/sys/net/ipv4/ip_forward')).trim()).toBe('0');
  expect(await host.client.getStatus()).toMatchObject({
    firewallInPlace: false,
    kernelSettings: {},
  });
  await expect(host.client.ensureBridge('lc-abcdefg-0')).rejects.toMatchObject({ kind: 'refused' });
  await expect(host.client.setEgress('10.99.0.7', true)).rejects.toMatchObject({ kind: 'refused' });
});

test('a host whose helper was killed is restored without one, but not while one serves', async () => {
  await host.client.ensureBridge('lc-abcdefg-0');
  expect(await host.startHelper({}, 'restore')).toBe(1);
  expect((await host.client.getNetworks()).bridges).toEqual(['lc-abcdefg-0']);
  await endHelper('SIGKILL');
  expect(await host.startHelper({}, 'restore')).toBe(0);
  expect(await host.run('ip', '-o', 'link')).not.toMatch(/lc/);
  expect(await host.run('nft', 'list', 'ruleset')).toBe('');
  expect((await host.run('cat', '/proc/sys/net/ipv4/ip_forward')).trim()).toBe('0');
});

test('a second helper on the same host does not start, and the first one goes on', async () => {
  expect(await host.startHelper()).toBe(1);
  expect(host.log.at(-1)).toContain('Another host helper is running');
  expect((await host.client.getStatus()).firewallInPlace).toBe(true);
});

test('a helper whose uplink would hide a network of the host does not start', async () => {
  await host.client.restore();
  await endHelper('SIGTERM');
  await host.run('ip', 'link', 'add', 'lan0', 'up', 'type', 'bridge');
  await host.run('ip', 'address', 'add', '10.99.4.1/24', 'dev', 'lan0');
  expect(await host.startHelper()).toBe(1);
  expect(host.log.at(-1)).toContain('overlaps 10.99.4.0/24 on lan0');
});

test('a helper without its group does not start and touches nothing', async () => {
  await host.client.restore();
  await endHelper('SIGTERM');
  expect(await host.startHelper({ LABCAST_HOST_GROUP: 'no-such-group' })).toBe(1);
  expect(host.log.at(-1)).toContain('groupadd --system no-such-group');
  expect(await host.run('nft', 'list', 'ruleset')).toBe('');
});

test('two helpers with names of their own share a host', async () => {
  const other = await host.startHelper({
    LABCAST_RUN_DIR: `${host.folder}/other`,
    LABCAST_STATE_DIR: `${host.folder}/other`,
    LABCAST_UPLINK_BRIDGE: 'ltup',
    LABCAST_UPLINK_SUBNET: '10.98.0.0/24',
    LABCAST_BRIDGE_PREFIX: 'lt-',
    LABCAST_FIREWALL_TABLE: 'labcast_other',
  });
  expect(typeof other).toBe('object');
  const client = createHostClient({ socketPath: `${host.folder}/other/host.sock` });
  await client.ensureBridge('lt-abcdefg-0');
  await client.restore();
  await client.close();
  expect(await host.client.getStatus()).toMatchObject({ bridges: [], firewallInPlace: true });
});

test('bridges of another installation on the host are neither told nor taken down', async () => {
  await host.startHelper({
    LABCAST_RUN_DIR: `${host.folder}/other`,
    LABCAST_STATE_DIR: `${host.folder}/other`,
    LABCAST_UPLINK_BRIDGE: 'ltup',
    LABCAST_UPLINK_SUBNET: '10.98.0.0/24',
    LABCAST_FIREWALL_TABLE: 'labcast_other',
  });
  const client = createHostClient({ socketPath: `${host.folder}/other/host.sock` });
  await host.client.ensureBridge('lc-abcdefg-0');
  await client.ensureBridge('lc-bcdefgh-0');
  expect((await client.getNetworks()).bridges).toEqual(['lc-bcdefgh-0']);
  expect((await host.client.getStatus()).bridges).toEqual(['lc-abcdefg-0']);
  await client.restore();
  await client.close();
  expect((await host.client.getNetworks()).bridges).toEqual(['lc-abcdefg-0']);
});

test('disks are compared over the socket', async () => {
  await endHelper('SIGTERM');
  helper = await host.startHelper({ LABCAST_INCUS_DIR: host.folder });
  const before = join(host.folder, 'storage-pools/p/containers/one/rootfs');
  const after = join(host.folder, 'storage-pools/p/containers/p_two/rootfs');
  for (const root of [before, after]) await mkdir(root, { recursive: true });
  await writeFile(join(after, 'work'), 'done');
  expect(await host.client.compareDisks({ before: 'one', after: 'p_two' })).toEqual({
    files: [{ path: '/work', change: 'added', sizeBytes: 4 }],
    total: 1,
  });
  await expect(host.client.compareDisks({ before: 'one', after: '../one' })).rejects.toMatchObject({
    kind: 'rejected',
  });
});

test('the socket is for root and the group alone, and requests are logged with their correlation id', async () => {
  const { mode } = await stat(`${host.folder}/host.sock`);
  expect((mode & 0o777).toString(8)).toBe('660');
  const client = createHostClient({
    socketPath: `${host.folder}/host.sock`,
    requestId: () => 'deploy-42',
  });
  await client.getNetworks();
  await client.close();
  await vi.waitFor(() => expect(host.log.join('\n')).toContain('"requestId":"deploy-42"'), 10_000);
});

test.each([
  ['GET', '/', ''],
  ['GET', '/v1/status/x', ''],
  ['PUT', '/v1/bridges/%', ''],
  ['PUT', '/v1/egress/10.99.0.2', '{"allowed":"yes"}'],
  ['PUT', '/v1/egress/10.99.0.2', 'x'.repeat(100_000)],
])('%s %s with a wrong body or path is answered with what is wrong', async (method, path, body) => {
  const socketPath = `${host.folder}/host.sock`;
  const call = request({ socketPath, method, path });
  call.on('error', () => undefined);
  call.end(body);
  const [answer] = (await once(call, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(422);
  answer.resume();
});
