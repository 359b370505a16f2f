import { join } from 'node:path';
import type { Image, IncusClient } from '@labcast/incus';
import { ensureBuilt, imagesFolder } from './build/ensureBuilt.ts';
import { recipeHash } from './build/recipeHash.ts';
import { withLock } from './build/withLock.ts';
import { metadataFile, rootfsFile } from './machineRecipe.ts';
import type { BuildOptions, Recipe } from './recipe.ts';

/** Property of every image that we imported: the content hash of its recipe. */
export const recipeProperty = 'user.labcast.recipe';

export type ImageClient = Pick<
  IncusClient,
  'findImage' | 'importImage' | 'listImages' | 'listInstances' | 'removeImage'
>;

export interface EnsuredImage {
  readonly image: Image;
  /** What had to be done: nothing, take the built image from the cache, or build it. */
  readonly outcome: 'present' | 'imported' | 'built';
}

/** Alias in Incus of the image that a recipe makes. */
export function imageAlias(recipe: Recipe): string {
  return `labcast/${recipe.name}`;
}

/**
 * Makes `labcast/<name>` in Incus the image of this very recipe. Does nothing when it is that already, and builds only
 * what is not in the cache; callers at the same moment wait for the first. Needs root to build. Throws `step-failed`.
 */
export async function ensureImage(
  recipe: Recipe,
  options: BuildOptions & { readonly incus: ImageClient },
): Promise<EnsuredImage> {
  const { incus } = options;
  const hash = await recipeHash(recipe);
  const present = await findImported(incus, recipe, hash);
  if (present) return { image: present, outcome: 'present' };

  const { folder, wasCached } = await ensureBuilt(recipe, options);
  const lock = join(imagesFolder(options.cacheDir), `${recipe.name}.lock`);
  return withLock(lock, async () => {
    const imported = await findImported(incus, recipe, hash);
    if (imported) return { image: imported, outcome: 'present' };
    const began = performance.now();
    options.report?.({ image: recipe.name, step: 'Importing into Incus', seconds: 0 });
    const image = await incus.importImage({
      metadata: join(folder, metadataFile),
      rootfs: join(folder, rootfsFile),
      aliases: [imageAlias(recipe)],
      properties: { description: recipe.description, [recipeProperty]: hash },
    });
    const seconds = (performance.now() - began) / 1000;
    options.report?.({ image: recipe.name, step: 'Ready', seconds });
    return { image, outcome: wasCached ? 'imported' : 'built' };
  });
}

async function findImported(
  incus: ImageClient,
  recipe: Recipe,
  hash: string,
): Promise<Image | undefined> {
  const image = await incus.findImage(imageAlias(recipe));
  return image?.properties[recipeProperty] === hash ? image : undefined;
}
