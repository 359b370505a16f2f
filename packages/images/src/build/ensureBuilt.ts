import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildOptions, Recipe } from '../recipe.ts';
import { recipeHash } from './recipeHash.ts';
import { withLock } from './withLock.ts';

export interface BuiltRecipe {
  readonly hash: string;
  /** Holds the files that the recipe wrote. */
  readonly folder: string;
  readonly wasCached: boolean;
}

/** Folder of everything that building keeps: finished images, fetched packages, locks and logs. */
export function imagesFolder(cacheDir: string): string {
  return join(cacheDir, 'images');
}

/** Builds the recipe unless it is in the cache already; two callers at once build it once. */
export async function ensureBuilt(recipe: Recipe, options: BuildOptions): Promise<BuiltRecipe> {
  const hash = await recipeHash(recipe);
  const base = imagesFolder(options.cacheDir);
  const folder = join(base, `${recipe.name}-${hash}`);
  if (await exists(folder)) return { hash, folder, wasCached: true };

  await mkdir(join(base, 'apt'), { recursive: true });
  return withLock(join(base, `${recipe.name}.lock`), async () => {
    if (await exists(folder)) return { hash, folder, wasCached: true };
    await build(recipe, folder, options);
    return { hash, folder, wasCached: false };
  });
}

/** Built beside its place and moved there, so that an interrupted build leaves nothing that looks finished. */
async function build(recipe: Recipe, folder: string, options: BuildOptions): Promise<void> {
  const base = imagesFolder(options.cacheDir);
  const scratch = join(base, `.build-${recipe.name}`);
  const logFile = join(base, `${recipe.name}.log`);
  const workDir = join(scratch, 'work');
  const outputDir = join(scratch, 'output');
  // Whatever lies there is of a build that was killed: we hold the lock.
  await rm(scratch, { recursive: true, force: true });
  await rm(logFile, { force: true });
  await mkdir(workDir, { recursive: true });
  await mkdir(outputDir);
  const began = performance.now();
  try {
    await recipe.build({
      workDir,
      outputDir,
      aptCacheDir: join(base, 'apt'),
      logFile,
      step: (title) =>
        options.report?.({
          image: recipe.name,
          step: title,
          seconds: (performance.now() - began) / 1000,
        }),
      ingredient: async (other) => (await ensureBuilt(other, options)).folder,
    });
    await rename(outputDir, folder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Removes cached results whose recipe changed since. */
export async function removeOldResults(
  recipes: readonly Recipe[],
  options: { cacheDir: string },
): Promise<void> {
  const base = imagesFolder(options.cacheDir);
  if (!(await exists(base))) return;
  const current = new Set(
    await Promise.all(recipes.map(async (recipe) => `${recipe.name}-${await recipeHash(recipe)}`)),
  );
  for (const entry of await readdir(base)) {
    const isOfARecipe = recipes.some(
      ({ name }) =>
        entry.startsWith(`${name}-`) && /^[0-9a-f]{16}$/.test(entry.slice(name.length + 1)),
    );
    if (isOfARecipe && !current.has(entry)) await rm(join(base, entry), { recursive: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
