import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from '../build/ensureBuilt.ts';
import type { BuildOptions } from '../recipe.ts';
import { appRecipes } from '../recipes/apps/appRecipes.ts';
import { archiveFile } from './appRecipe.ts';

/**
 * Puts the archive of every app image (`nginx.tar`, `busybox.tar`, `pause.tar`) into a folder, building those that are
 * not in the cache, and returns their paths. `ctr -n k8s.io images import` reads them.
 */
export async function buildAppImages(outDir: string, options: BuildOptions): Promise<string[]> {
  await mkdir(outDir, { recursive: true });
  const paths: string[] = [];
  for (const recipe of appRecipes) {
    const { folder } = await ensureBuilt(recipe, options);
    const path = join(outDir, `${recipe.name}.tar`);
    // Moved into place: a node may be reading the folder.
    await copyFile(join(folder, archiveFile), `${path}.new`);
    await rename(`${path}.new`, path);
    paths.push(path);
  }
  return paths;
}
