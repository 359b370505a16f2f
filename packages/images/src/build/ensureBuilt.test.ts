import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BuildContext, Recipe } from '../recipe.ts';
import { ensureBuilt, imagesFolder, removeOldResults } from './ensureBuilt.ts';

let cacheDir: string;
beforeEach(async () => (cacheDir = await mkdtemp(join(tmpdir(), 'ensure-built-'))));
afterEach(() => rm(cacheDir, { recursive: true }));

function recipe(build: (context: BuildContext) => Promise<void>, version = '1'): Recipe {
  return { name: 'sample', description: 'Sample', inputs: { version }, files: [], build };
}

const writeResult = (context: BuildContext): Promise<void> =>
  writeFile(join(context.outputDir, 'result'), 'finished');

test('callers at the same moment share one build', async () => {
  let builds = 0;
  const counting = recipe(async (context) => {
    builds += 1;
    await writeResult(context);
  });
  const results = await Promise.all([1, 2, 3].map(() => ensureBuilt(counting, { cacheDir })));
  expect(builds).toBe(1);
  expect(results.filter(({ wasCached }) => !wasCached)).toHaveLength(1);
  const folder = results[0]!.folder;
  expect(await readFile(join(folder, 'result'), 'utf8')).toBe('finished');
});

test('what a recipe is made of is built first, and its steps are told too', async () => {
  const flour = { ...recipe(writeResult), name: 'flour' };
  flour.build = async (context) => {
    context.step('Grinding');
    await writeResult(context);
  };
  const bread = recipe(async (context) => {
    await copyFile(
      join(await context.ingredient(flour), 'result'),
      join(context.outputDir, 'loaf'),
    );
    context.step('Baking');
  });
  const told: string[] = [];
  const { folder } = await ensureBuilt(bread, {
    cacheDir,
    report: ({ image, step }) => told.push(`${image}: ${step}`),
  });
  expect(await readFile(join(folder, 'loaf'), 'utf8')).toBe('finished');
  expect(told).toEqual(['flour: Grinding', 'sample: Baking']);
});

test('a build that fails half way leaves nothing that looks finished, and the next one succeeds', async () => {
  const failing = recipe(async (context) => {
    await writeResult(context);
    throw new Error('out of luck');
  });
  await expect(ensureBuilt(failing, { cacheDir })).rejects.toThrow('out of luck');
  expect(await readdir(imagesFolder(cacheDir))).not.toContainEqual(
    expect.stringMatching(/sample-/),
  );
  expect(await ensureBuilt(recipe(writeResult), { cacheDir })).toMatchObject({ wasCached: false });
});

test('what a killed build left behind is not taken over', async () => {
  const leftovers = join(imagesFolder(cacheDir), '.build-sample/output');
  await mkdir(leftovers, { recursive: true });
  await writeFile(join(leftovers, 'half'), '');
  const { folder } = await ensureBuilt(recipe(writeResult), { cacheDir });
  expect(await readdir(folder)).toEqual(['result']);
});

test('only results of earlier versions of the given recipes are removed', async () => {
  const old = await ensureBuilt(recipe(writeResult), { cacheDir });
  const current = recipe(writeResult, '2');
  const kept = await ensureBuilt(current, { cacheDir });
  const others = { ...recipe(writeResult), name: 'sample-two' };
  const untouched = await ensureBuilt(others, { cacheDir });
  await removeOldResults([current], { cacheDir });
  const folders = (await readdir(imagesFolder(cacheDir))).map((name) =>
    join(imagesFolder(cacheDir), name),
  );
  expect(folders).not.toContain(old.folder);
  expect(folders).toEqual(expect.arrayContaining([kept.folder, untouched.folder]));
});
