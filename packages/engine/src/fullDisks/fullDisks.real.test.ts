import { labels } from '@labcast/domain';
import { createTestHost } from '@labcast/host/testing';
import type { TestHost } from '@labcast/host/testing';
import type { IncusClient } from '@labcast/incus';
import { createRealTestBed } from '@labcast/incus/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lxcName } from '../lxcName.ts';
import { withRoom } from './withRoom.ts';

const sizeBytes = 48 * 2 ** 20;
/** `make up` makes this one, with simple quotas where the kernel has them. */
const ownPool = process.env.LABCAST_POOL ?? 'labcast';

let bed: Awaited<ReturnType<typeof createRealTestBed>>;
let host: TestHost;
/** As Incus makes one: with full quotas. */
let fullQuotas: string;
beforeAll(async () => {
  bed = await createRealTestBed();
  fullQuotas = `${bed.pool}-fq`;
  await bed.client.ensureStoragePool(fullQuotas, 'btrfs', { size: '1GiB' });
  host = await createTestHost();
  await host.startHelper();
});
afterAll(async () => {
  for (const { name } of await bed.client.listInstances()) await bed.client.removeInstance(name);
  // Its image is still unpacked in the pool.
  const image = await bed.client.findImage(bed.image);
  if (image) await bed.client.removeImage(image.fingerprint);
  await bed.client.removeStoragePool(fullQuotas);
  await host.remove();
  await bed.stop();
});

const run = (incus: IncusClient, name: string, script: string) =>
  incus.exec(name, { command: ['sh', '-c', script] });

/** What btrfs counts of a disk. */
async function countOf(name: string) {
  const { disks } = await host.client.getUsage(lxcName(name, bed.client));
  return disks.find((disk) => disk.name === lxcName(name, bed.client));
}

describe.each([
  ['simple quotas', () => ownPool],
  ['full quotas', () => fullQuotas],
])('a machine whose student filled its disk, with %s,', (_, pool) => {
  test('is stopped, started, changed, kept and copied as any other, and holds no more', async () => {
    const incus = withRoom(bed.client, host.client);
    const root = { type: 'disk', path: '/', pool: pool(), size: String(sizeBytes) };
    const spec = { image: bed.image, config: {}, devices: { root }, start: true };
    await incus.createInstance({ name: 'full', ...spec });
    // To the last byte, and then to the last file.
    const fill = 'cat /dev/urandom > /big; i=0; while echo x > /f$i; do i=$((i + 1)); done; sync';
    await run(incus, 'full', fill);
    await expect(
      bed.client.updateInstance('full', { config: { 'user.note': 'refused' } }),
    ).rejects.toMatchObject({
      kind: 'storage-full',
    });

    await incus.updateInstance('full', { config: { 'user.note': 'changed' } });
    await incus.stopInstance('full', { force: true });
    await incus.startInstance('full');
    expect((await incus.findInstance('full'))?.status).toBe('Running');
    const from = { instance: 'full' };
    await incus.copyInstance({ name: 'copy', from, config: {}, devices: { root }, start: false });

    await incus.startInstance('copy');
    const { stdout } = await run(incus, 'copy', 'ls /big');
    expect(String(stdout)).toBe('/big\n');
    await run(incus, 'full', fill);
    const counted = await countOf('full');
    expect(counted?.limitBytes).toBe(sizeBytes);
    expect(counted?.usedBytes).toBeLessThan(sizeBytes + 8 * 2 ** 20);

    const copy = await incus.findInstance('copy');
    const room = Number(copy?.config[labels.room] ?? 0);
    expect(copy?.devices.root?.size).toBe(String(sizeBytes + room));
    await incus.removeInstance('copy');
    await incus.removeInstance('full');
  });
});
