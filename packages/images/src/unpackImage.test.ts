import { createFakeIncus } from '@labcast/incus/testing';
import { expect, test, vi } from 'vitest';
import { unpackImage } from './unpackImage.ts';

const files = { metadata: 'meta', rootfs: 'root', aliases: ['labcast/sample'], properties: {} };

test('an image is unpacked once for a pool, and what lay there before is not trusted', async () => {
  const { client: incus } = createFakeIncus();
  const calls = { removeUnpacked: vi.spyOn(incus, 'removeUnpackedImage') };
  const image = await incus.importImage(files);
  expect(await unpackImage(image, 'labs', incus)).toBe(true);
  expect(calls.removeUnpacked).toHaveBeenCalledWith('labs', image.fingerprint);
  expect(await incus.listInstances()).toEqual([]);
  const noted = (await incus.findImage(image.fingerprint))!;
  expect(await unpackImage(noted, 'labs', incus)).toBe(false);
  expect(await unpackImage(noted, 'others', incus)).toBe(true);
});

test('one that was broken off is unpacked anew', async () => {
  const fake = createFakeIncus();
  const image = await fake.client.importImage(files);
  fake.failNext('createInstance', 'unavailable', { when: 'after' });
  await expect(unpackImage(image, 'labs', fake.client)).rejects.toThrow();
  const present = (await fake.client.findImage(image.fingerprint))!;
  expect(await unpackImage(present, 'labs', fake.client)).toBe(true);
  expect(await fake.client.listInstances()).toEqual([]);
});
