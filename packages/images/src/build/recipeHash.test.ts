import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Recipe } from '../recipe.ts';
import { recipeHash } from './recipeHash.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recipe-hash-'));
  await mkdir(join(folder, 'root/etc'), { recursive: true });
  await writeFile(join(folder, 'root/etc/motd'), 'hello');
});
afterEach(() => rm(folder, { recursive: true }));

function recipe(inputs: Recipe['inputs'] = { suite: 'bookworm' }, base = folder): Recipe {
  const build = (): Promise<void> => Promise.reject(new Error('hashing builds nothing'));
  return { name: 'sample', description: 'Sample', inputs, files: [join(base, 'root')], build };
}

test('the same recipe in another place on the disk has the same hash', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await cp(join(folder, 'root'), join(elsewhere, 'root'), { recursive: true });
  expect(await recipeHash(recipe({ suite: 'bookworm' }, elsewhere))).toBe(
    await recipeHash(recipe()),
  );
});

test('the order in which inputs are written does not matter, their values do', async () => {
  const hash = await recipeHash(recipe({ a: '1', b: ['x', 'y'] }));
  expect(await recipeHash(recipe({ b: ['x', 'y'], a: '1' }))).toBe(hash);
  expect(await recipeHash(recipe({ a: '1', b: ['x'] }))).not.toBe(hash);
});

test.each([
  ['content', () => writeFile(join(folder, 'root/etc/motd'), 'goodbye')],
  ['right to be executed', () => chmod(join(folder, 'root/etc/motd'), 0o755)],
  ['name', () => writeFile(join(folder, 'root/etc/issue'), 'hello')],
  ['link', () => symlink('motd', join(folder, 'root/etc/link'))],
  ['empty folder', () => mkdir(join(folder, 'root/srv'))],
])("a file's %s changes the hash", async (_what, change) => {
  const before = await recipeHash(recipe());
  await change();
  expect(await recipeHash(recipe())).not.toBe(before);
});
