import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeIncus } from '@labcast/incus/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { imagesFolder } from './build/ensureBuilt.ts';
import { ensureImage } from './ensureImage.ts';
import type { Recipe } from './recipe.ts';
import { removeOldImages } from './removeOldImages.ts';

let cacheDir: string;
beforeEach(async () => (cacheDir = await mkdtemp(join(tmpdir(), 'ensure-image-'))));
afterEach(() => rm(cacheDir, { recursive: true }));

function recipe(version: string): Recipe {
  return {
    name: 'sample',
    description: 'Sample',
    inputs: { version },
    files: [],
    build: ({ outputDir }) => writeFile(join(outputDir, 'rootfs.tar.zst'), version),
  };
}

test('an image is built once, imported once for each Incus, and then left alone', async () => {
  const first = { cacheDir, incus: createFakeIncus().client };
  const second = { cacheDir, incus: createFakeIncus().client };
  expect(await ensureImage(recipe('1'), first)).toMatchObject({ outcome: 'built' });
  expect(await ensureImage(recipe('1'), first)).toMatchObject({ outcome: 'present' });
  expect(await ensureImage(recipe('1'), second)).toMatchObject({ outcome: 'imported' });
  expect(await first.incus.listImages()).toHaveLength(1);
});

test('a changed recipe takes over the alias, and the old image goes when nothing was made of it', async () => {
  const { client: incus } = createFakeIncus();
  const options = { cacheDir, incus };
  const { image: old } = await ensureImage(recipe('1'), options);
  const { image: current } = await ensureImage(recipe('2'), options);
  expect((await incus.findImage('labcast/sample'))?.fingerprint).toBe(current.fingerprint);
  expect(await removeOldImages([recipe('2')], options)).toEqual([old.fingerprint]);
  expect((await incus.listImages()).map(({ fingerprint }) => fingerprint)).toEqual([
    current.fingerprint,
  ]);
  expect(
    (await readdir(imagesFolder(cacheDir))).filter((name) => name.startsWith('sample-')),
  ).toHaveLength(1);
});

test('an old image from which an instance was made stays, and so does one that is not ours', async () => {
  const { client: incus } = createFakeIncus({ images: ['alpine'] });
  const options = { cacheDir, incus };
  const { image: old } = await ensureImage(recipe('1'), options);
  await ensureImage(recipe('2'), options);
  await incus.createInstance({
    name: 'someone',
    image: old.fingerprint,
    config: { 'volatile.base_image': old.fingerprint },
    devices: {},
    start: false,
  });
  expect(await removeOldImages([recipe('2')], options)).toEqual([]);
  expect(await incus.findImage('alpine')).toBeDefined();
});
