import { removeOldResults } from './build/ensureBuilt.ts';
import { recipeProperty, type ImageClient } from './ensureImage.ts';
import type { Recipe } from './recipe.ts';

/**
 * Removes images that earlier versions of these recipes made, in Incus and in the cache, and returns the fingerprints of
 * those in Incus. An image keeps its place while it has an alias or an instance that was made from it, and so does every
 * image that is not ours.
 */
export async function removeOldImages(
  recipes: readonly Recipe[],
  options: { readonly cacheDir: string; readonly incus: ImageClient },
): Promise<string[]> {
  const { incus } = options;
  const used = new Set(
    (await incus.listInstances()).flatMap(({ config }) => config['volatile.base_image'] ?? []),
  );
  const old = (await incus.listImages()).filter(
    (image) =>
      image.properties[recipeProperty] !== undefined &&
      !used.has(image.fingerprint) &&
      // A newer one took its alias when it was imported.
      image.aliases.length === 0,
  );
  for (const image of old) await incus.removeImage(image.fingerprint);
  await removeOldResults(recipes, options);
  return old.map((image) => image.fingerprint);
}
