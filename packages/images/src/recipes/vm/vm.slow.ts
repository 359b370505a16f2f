import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createIncusClient } from '@labcast/incus';
import { incusSocketPath, removeProjectByForce } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureImage } from '../../ensureImage.ts';
import { until } from '../../testing/until.ts';
import { gatewayRecipe } from '../gateway/gatewayRecipe.ts';
import { debianVmRecipe } from './debianVmRecipe.ts';

const unique = randomBytes(3).toString('hex');
const bridges = {
  uplink: `lx-desku${unique}`,
  lan: `lx-deskl${unique}`,
  otherLan: `lx-deskm${unique}`,
};
const cacheDir = process.env.LABCAST_CACHE_DIR ?? '/var/cache/labcast';
const pool = process.env.LABCAST_STORAGE_POOL ?? 'labcast';
const endpoint = { socketPath: incusSocketPath };
const incus = createIncusClient({ endpoint, project: `test-vm-${unique}` });
const root = { type: 'disk', path: '/', pool };

function nic(bridge: string, name: string, hwaddr?: string): Record<string, string> {
  return { type: 'nic', nictype: 'bridged', parent: bridge, name, ...(hwaddr && { hwaddr }) };
}

async function run(instance: string, ...command: string[]): Promise<string> {
  const { stdout, stderr } = await incus.exec(instance, { command });
  return stdout.toString() + stderr.toString();
}

const vm = (...args: string[]): Promise<string> => run('vm', 'labcast-vm', ...args);
const inGuest = (command: string): Promise<string> => vm('exec', '--', 'sh', '-c', command);

/** Waits for the guest: minutes under software emulation on a busy machine. */
async function untilGuestAnswers(): Promise<void> {
  await until(() => vm('status'), /"guestAgent": true/, 300);
}

beforeAll(async () => {
  for (const bridge of Object.values(bridges)) {
    execFileSync('ip', ['link', 'add', bridge, 'type', 'bridge']);
    execFileSync('ip', ['link', 'set', bridge, 'up']);
  }
  await incus.ensureProject();
  await ensureImage(gatewayRecipe, { cacheDir, incus });
  await ensureImage(debianVmRecipe, { cacheDir, incus });
  await incus.createInstance({
    name: 'gateway',
    image: 'labcast/gateway',
    config: {
      'security.idmap.isolated': 'true',
      'environment.LABCAST_UPLINK': '10.98.0.7/16,10.98.0.1',
      'environment.LABCAST_NETWORKS': 'lan,eth1,10.10.0.1/24,isolated',
      'environment.LABCAST_HOSTS': 'lan,guest,10.10.0.20,02:4c:0a:0a:00:14',
    },
    devices: { root, eth0: nic(bridges.uplink, 'eth0'), eth1: nic(bridges.lan, 'eth1') },
    start: true,
  });
  await incus.createInstance({
    name: 'vm',
    image: 'labcast/debian-vm',
    config: {
      'security.idmap.isolated': 'true',
      'limits.memory': '1GiB',
      'environment.LABCAST_ENVIRONMENT': 'abcdefg',
      'environment.LABCAST_VM_MEMORY_MIB': '512',
      'environment.LABCAST_VM_DISK_MIB': '6144',
      'environment.LABCAST_VM_ACCELERATION': 'tcg',
    },
    devices: {
      root,
      tun: { type: 'unix-char', source: '/dev/net/tun', path: '/dev/net/tun', mode: '0666' },
      eth0: nic(bridges.lan, 'eth0', '02:4c:0a:0a:00:14'),
    },
    start: true,
  });
  await untilGuestAnswers();
}, 1_200_000);

afterAll(async () => {
  await removeProjectByForce(incus);
  await incus.close();
  for (const bridge of Object.values(bridges)) execFileSync('ip', ['link', 'delete', bridge]);
});

test('the guest starts from its own disk to a shell of the student on the serial line', async () => {
  const log = (): Promise<string> => run('vm', 'cat', '/var/lib/vm/serial.log');
  await until(log, /student@\S+:~\$/, 120);
  expect(JSON.parse(await vm('status'))).toMatchObject({ state: 'running', acceleration: 'tcg' });
  expect(await inGuest('cat /proc/cmdline')).toContain('BOOT_IMAGE=/vmlinuz');
});

test("it has the lab's address and name by DHCP, and nobody else has that address", async () => {
  await until(() => inGuest('ip -4 -brief addr show eth0'), /10\.10\.0\.20\/24/);
  await until(() => inGuest('hostname'), /^guest\n/);
  expect(await inGuest('getent hosts guest.lab')).toContain('guest');
  expect(await run('gateway', 'ping', '-c', '1', '-W', '5', '10.10.0.20')).toContain(
    ' 1 packets received',
  );
  expect(await run('vm', 'ip', '-4', 'addr')).not.toContain('10.10.0.20');
});

test('its disk grows with the storage, and no unit failed', async () => {
  const size = Number((await inGuest('df --output=size / | tail -n 1')).trim());
  expect(size).toBeGreaterThan(5 * 1024 * 1024);
  expect(await inGuest('systemctl --failed --plain --no-legend')).toBe('');
});

test('a freeze holds what is written until the thaw, and ends by itself after its time', async () => {
  expect(JSON.parse(await vm('freeze', '--seconds', '20'))).toEqual({ method: 'filesystems' });
  expect(await vm('status')).toContain('"filesystemsFrozen": true');
  await vm('thaw');
  expect(await vm('status')).toContain('"filesystemsFrozen": false');
  await vm('freeze', '--seconds', '1');
  await until(() => vm('status'), /"filesystemsFrozen": false/);
  expect(await inGuest('touch /root/after && echo written')).toBe('written\n');
});

test('a guest without an agent is paused instead, and goes on', async () => {
  await inGuest(
    'systemd-run --on-active=1 --timer-property=AccuracySec=100ms systemctl stop qemu-guest-agent',
  );
  await until(() => vm('status'), /"guestAgent": false/);
  expect(JSON.parse(await vm('freeze'))).toEqual({ method: 'pause' });
  expect(await vm('status')).toContain('"state": "paused"');
  await vm('thaw');
  expect(await vm('status')).toContain('"state": "running"');
});

test('what is no disk is not taken for one', async () => {
  await run('vm', 'systemctl', 'stop', 'labcast-vm');
  expect(await vm('import', '/etc/passwd')).toContain('is not a disk');
  await run('vm', 'sh', '-c', 'head -c 1000000 /var/lib/vm/disk.qcow2 >/tmp/cut.qcow2');
  expect(await vm('import', '/tmp/cut.qcow2')).toMatch(/damaged|can't be read/);
  await run('vm', 'systemctl', 'start', 'labcast-vm');
  await untilGuestAnswers();
});

test('stopping the instance lets the guest save its work and power off', async () => {
  await inGuest('echo precious >/root/work');
  await incus.stopInstance('vm', { force: false, timeoutSeconds: 90 });
  await incus.startInstance('vm');
  await untilGuestAnswers();
  expect(await inGuest('cat /root/work')).toBe('precious\n');
  expect(await inGuest('journalctl --boot --dmesg | grep -c "recovery complete" || true')).toBe(
    '0\n',
  );
});

test('a copy goes on where its state was saved, once, and its original goes on too', async () => {
  await inGuest('echo only in memory >/dev/shm/note');
  expect(JSON.parse(await vm('freeze', '--seconds', '60', '--state', 'ready'))).toEqual({
    method: 'state',
  });
  const { project } = incus;
  execFileSync('incus', ['copy', 'vm', 'copy', '--project', project, '--instance-only']);
  await vm('thaw');
  expect(await inGuest('cat /dev/shm/note')).toBe('only in memory\n');
  await incus.updateInstance('copy', {
    config: { 'environment.LABCAST_ENVIRONMENT': 'zyxwvut' },
    devices: { eth0: nic(bridges.otherLan, 'eth0', '02:4c:0a:0a:00:14') },
  });
  await incus.startInstance('copy');
  const status = (): Promise<string> => run('copy', 'labcast-vm', 'status');
  await until(status, /"guestAgent": true/);
  expect(await status()).toContain('"resumedFrom": "ready"');
  const note = await run('copy', 'labcast-vm', 'exec', '--', 'cat', '/dev/shm/note');
  expect(note).toBe('only in memory\n');
});
