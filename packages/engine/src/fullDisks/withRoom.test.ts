import type { HostClient } from '@labcast/host';
import { HostError } from '@labcast/host';
import { createFakeIncus } from '@labcast/incus/testing';
import { beforeEach, expect, test } from 'vitest';
import { withRoom } from './withRoom.ts';

const root = { type: 'disk', path: '/', pool: 'labcast', size: '1000' };
let fake: ReturnType<typeof createFakeIncus>;
let calls: string[];
let host: Pick<HostClient, 'giveRoom' | 'limitDisk'>;

function note(call: string): Promise<void> {
  calls.push(call);
  return Promise.resolve();
}

beforeEach(async () => {
  fake = createFakeIncus({ images: ['image'] });
  calls = [];
  host = {
    giveRoom: (name) => note(`room for ${name}`),
    limitDisk: (name, bytes) => note(`${name} back to ${String(bytes)}`),
  };
  const spec = { name: 'web', image: 'image', config: {}, devices: { root }, start: false };
  await fake.client.createInstance(spec);
});

test('a full disk gets room for as long as Incus writes on it', async () => {
  fake.failNext('startInstance', 'storage-full', { times: 2 });
  await withRoom(fake.client, host).startInstance('web');
  expect(fake.world.get('web').instance.status).toBe('Running');
  expect(calls).toEqual(['room for fake_web', 'room for fake_web', 'fake_web back to 1000']);
});

test('one that stays full says so, and keeps no room', async () => {
  fake.failNext('stopInstance', 'storage-full', { times: 9 });
  const stopping = withRoom(fake.client, host).stopInstance('web', { force: true });
  await expect(stopping).rejects.toMatchObject({ kind: 'storage-full' });
  expect(calls.at(-1)).toBe('fake_web back to 1000');
});

test('where nobody counts, what Incus said stays', async () => {
  host = { ...host, giveRoom: () => Promise.reject(new HostError('rejected', 'not counted')) };
  fake.failNext('updateInstance', 'storage-full');
  const change = { config: { 'user.a': 'b' } };
  const changing = withRoom(fake.client, host).updateInstance('web', change);
  await expect(changing).rejects.toMatchObject({ kind: 'storage-full' });
  expect(calls).not.toContain('room for fake_web');
});

test('a copy that would begin full is larger by what Incus needs, and says by how much', async () => {
  fake.failNext('copyInstance', 'storage-full', { times: 2 });
  const from = { instance: 'web' };
  const spec = { name: 'copy', from, config: {}, devices: { root }, start: false };
  await withRoom(fake.client, host).copyInstance(spec);
  const { config, devices } = fake.world.get('copy').instance;
  expect(config['user.labcast.room']).toBe(String(16 * 2 ** 20));
  expect(devices.root?.size).toBe(String(16 * 2 ** 20 + 1000));
  // It begins with its original's limit, and could not be given another.
  expect(calls).toEqual(['room for fake_web', 'fake_web back to 1000']);
});
