import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKernelSettings, type KernelSettings } from './kernelSettings.ts';
import type { WantedSetting } from './wantedSettings.ts';

const wanted: readonly WantedSetting[] = [
  { name: 'fs.inotify.max_user_instances', how: 'raise', value: 8192 },
  { name: 'net.ipv4.ip_forward', how: 'set', value: 1 },
  { name: 'net.bridge.bridge-nf-call-iptables', how: 'set', value: 0 },
];

let folder: string;
let settings: KernelSettings;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-settings-'));
  settings = open();
  await set('fs.inotify.max_user_instances', '128');
  await set('net.ipv4.ip_forward', '0');
});
afterEach(() => rm(folder, { recursive: true }));

/** A folder that looks like /proc/sys, so that nothing of the machine changes. */
function open(): KernelSettings {
  return createKernelSettings({
    wanted,
    stateFile: join(folder, 'state', 'kernel-settings.json'),
    root: join(folder, 'sys'),
  });
}

const fileOf = (name: string): string => join(folder, 'sys', ...name.split('.'));
const get = async (name: string): Promise<string> => (await readFile(fileOf(name), 'utf8')).trim();
async function set(name: string, value: string): Promise<void> {
  await mkdir(dirname(fileOf(name)), { recursive: true });
  await writeFile(fileOf(name), `${value}\n`);
}

test('settings become as wanted, and those that the kernel does not have are left out', async () => {
  expect(await settings.ensure()).toEqual(['fs.inotify.max_user_instances', 'net.ipv4.ip_forward']);
  expect(await get('fs.inotify.max_user_instances')).toBe('8192');
  expect(await settings.list()).toEqual({
    'fs.inotify.max_user_instances': { now: '8192', before: '128' },
    'net.ipv4.ip_forward': { now: '1', before: '0' },
  });
});

test('a second time changes nothing, and keeps what was before', async () => {
  await settings.ensure();
  expect(await open().ensure()).toEqual([]);
  expect((await open().list())['net.ipv4.ip_forward']).toEqual({ now: '1', before: '0' });
});

test('a greater value is never lowered, and not touched by restoring', async () => {
  await set('fs.inotify.max_user_instances', '100000');
  await settings.ensure();
  await settings.restore();
  expect(await get('fs.inotify.max_user_instances')).toBe('100000');
});

test('restoring puts back what was before, also by a later helper, and twice is fine', async () => {
  await settings.ensure();
  await open().restore();
  await open().restore();
  expect(await get('fs.inotify.max_user_instances')).toBe('128');
  expect(await get('net.ipv4.ip_forward')).toBe('0');
  expect(await open().list()).toEqual({});
});

test('restoring leaves alone what somebody changed since', async () => {
  await settings.ensure();
  await set('fs.inotify.max_user_instances', '20000');
  await settings.restore();
  expect(await get('fs.inotify.max_user_instances')).toBe('20000');
  expect(await get('net.ipv4.ip_forward')).toBe('0');
});

test('a module that is loaded later gets its setting then', async () => {
  await settings.ensure();
  await set('net.bridge.bridge-nf-call-iptables', '1');
  expect(await settings.ensure()).toEqual(['net.bridge.bridge-nf-call-iptables']);
  await settings.restore();
  expect(await get('net.bridge.bridge-nf-call-iptables')).toBe('1');
});

test('after a restart of the machine the defaults are raised again, and still known', async () => {
  await settings.ensure();
  await set('fs.inotify.max_user_instances', '128');
  await settings.ensure();
  await settings.restore();
  expect(await get('fs.inotify.max_user_instances')).toBe('128');
});

test('what was before is on disk already when writing a setting fails', async () => {
  await rm(fileOf('net.ipv4.ip_forward'));
  // A file that can be read, and refuses to be written even by root.
  await symlink('/proc/uptime', fileOf('net.ipv4.ip_forward'));
  await expect(settings.ensure()).rejects.toThrow();
  expect(await get('fs.inotify.max_user_instances')).toBe('8192');

  await rm(fileOf('net.ipv4.ip_forward'));
  await set('net.ipv4.ip_forward', '0');
  await open().ensure();
  await open().restore();
  expect(await get('fs.inotify.max_user_instances')).toBe('128');
});
