import { createHash } from 'node:crypto';
import { labels, stagingInstanceName, uploadPath } from '@labcast/domain';
import type { Upload } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

async function announce(content: string, name = 'router', sha256?: string): Promise<Upload> {
  return bed.store.createUpload({
    name,
    sizeBytes: content.length,
    sha256: sha256 ?? createHash('sha256').update(content).digest('hex'),
    ownerName: 'Ada',
  });
}

const staging = ({ id }: Upload) => bed.incus.world.instances.get(stagingInstanceName(id));

/** As the server does with the last part. */
async function deliver(upload: Upload, content: string): Promise<void> {
  await expect.poll(() => staging(upload)).toBeDefined();
  const name = stagingInstanceName(upload.id);
  await bed.incus.client.appendFile(name, uploadPath, Buffer.from(content));
  await bed.store.changeUpload(upload.id, ['receiving'], {
    receivedBytes: content.length,
    state: 'checking',
  });
}

const untilState = (upload: Upload, state: Upload['state'], staged: boolean) =>
  expect.poll(() => bed.store.findUpload(upload.id)).toMatchObject({ state, staged });

test('what arrived and is a disk becomes an image, and nothing else of it is left', async () => {
  await bed.start();
  const upload = await announce('disk of a router');
  await deliver(upload, 'disk of a router');
  await untilState(upload, 'ready', false);
  expect(await bed.store.findUpload(upload.id)).toMatchObject({ format: 'raw', diskBytes: 16 });
  expect(staging(upload)).toBeUndefined();
  expect(bed.incus.world.findImage('labcast/upload/router')).toBeDefined();
});

test.each([
  ['disk of a router', '0'.repeat(64), 'Its checksum is'],
  ['a letter', undefined, 'The file is not a disk'],
])('%j is refused in plain words and its place is removed', async (content, sha256, error) => {
  await bed.start();
  const upload = await announce(content, 'router', sha256);
  await deliver(upload, content);
  await untilState(upload, 'failed', false);
  expect((await bed.store.findUpload(upload.id))?.error).toContain(error);
  expect(staging(upload)).toBeUndefined();
  expect(bed.incus.world.findImage('labcast/upload/router')).toBeUndefined();
  // Its name is free again.
  await announce('another');
});

test('a place in which a disk arrives is ours and no orphan', async () => {
  await bed.start();
  const upload = await announce('disk');
  await expect.poll(() => staging(upload)).toBeDefined();
  expect(staging(upload)?.instance.config[labels.installation]).toBe(
    await bed.store.getInstallationId(),
  );
  const { id } = await bed.store.requestSweep(true);
  await expect.poll(() => bed.store.getSweep(id)).toHaveProperty('finishedAt');
  expect((await bed.store.getSweep(id)).orphans).toEqual([]);
});

test('an engine that was killed while a disk arrived or was looked at changes nothing of the end', async () => {
  for (const life of [5, 10, 15, 20, 25]) {
    const killed = await bed.start({}, life);
    const upload = await announce('disk of a router', `router-${String(life)}`);
    await killed.ended;
    await bed.start();
    await deliver(upload, 'disk of a router');
    await untilState(upload, 'ready', false);
  }
});

test('removed in any state, nothing of it is left', async () => {
  await bed.start();
  const arriving = await announce('disk', 'arriving');
  const ready = await announce('disk', 'ready');
  await deliver(ready, 'disk');
  await untilState(ready, 'ready', false);
  for (const { id } of [arriving, ready])
    await bed.store.changeUpload(id, ['receiving', 'ready'], { state: 'removing' });
  await expect.poll(() => bed.store.listUploads()).toEqual([]);
  expect([...bed.incus.world.instances.keys()]).toEqual([]);
  expect(bed.incus.world.findImage('labcast/upload/ready')).toBeUndefined();
});

test('one that nobody goes on with for a day has failed', async () => {
  const upload = await announce('disk');
  const yesterday = `update disk_upload set updated_at = now() - interval '25 hours'`;
  await bed.database.query(yesterday);
  await bed.start();
  await untilState(upload, 'failed', false);
});
