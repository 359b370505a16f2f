import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  appRecipes,
  componentRecipes,
  designerRecipes,
  ensureImage,
  ensureKubernetes,
  largeRecipes,
  machineRecipes,
  removeOldImages,
  unpackImage,
  type BuildOptions,
  type Recipe,
} from '@labcast/images';
import type { IncusClient } from '@labcast/incus';
import type { Context } from '../run/context.ts';

/** Every image and the Kubernetes components, as the present sources want them. Says what had to be built. */
export async function buildImages(
  context: Context,
  incus: IncusClient,
  report: (text: string) => void,
): Promise<string> {
  const { cacheDir, stateDir, pool, explicit } = context.settings;
  const options = buildOptions(cacheDir, report);
  const made = await ensureImages(machineRecipes, { ...options, pool, incus });
  const artefactUrl = explicit.LABCAST_KUBERNETES_URL;
  const { hash } = await ensureKubernetes({
    ...options,
    stateDir,
    ...(artefactUrl !== undefined && { artefactUrl }),
  });
  if (await pointTo(join(stateDir, 'kubernetes'), hash)) made.push('Kubernetes');
  await removeOldImages([...machineRecipes, ...appRecipes, ...componentRecipes], {
    cacheDir,
    incus,
  });
  return describeMade(made);
}

/** The images that take minutes, once everything else works: nobody waits for them who does not need them. */
export async function buildDesignerImages(
  context: Context,
  incus: IncusClient,
  report: (text: string) => void,
): Promise<string> {
  const { cacheDir, pool, explicit } = context.settings;
  const wanted = explicit.LABCAST_IMAGES;
  if (wanted === 'few') return 'not wanted (LABCAST_IMAGES=few)';
  const recipes = [...designerRecipes, ...(wanted === 'all' ? largeRecipes : [])];
  const made = await ensureImages(recipes, { ...buildOptions(cacheDir, report), pool, incus });
  await removeOldImages([...designerRecipes, ...largeRecipes], { cacheDir, incus });
  return describeMade(made);
}

function buildOptions(cacheDir: string, report: (text: string) => void): BuildOptions {
  return {
    cacheDir,
    report: ({ image, step }) => {
      report(`${image}: ${step}`);
    },
  };
}

async function ensureImages(
  recipes: readonly Recipe[],
  options: BuildOptions & { readonly pool: string; readonly incus: IncusClient },
): Promise<string[]> {
  const made: string[] = [];
  for (const recipe of recipes) {
    const { outcome, image } = await ensureImage(recipe, options);
    const wasUnpacked = await unpackImage(image, options.pool, options.incus);
    if (outcome !== 'present') made.push(`${recipe.name} ${outcome}`);
    else if (wasUnpacked) made.push(`${recipe.name} unpacked`);
  }
  return made;
}

function describeMade(made: readonly string[]): string {
  return made.length === 0 ? 'all there' : made.join(', ');
}

/**
 * Makes `current` the directory for new nodes; those that run keep theirs. Returns whether it was another before, or
 * none.
 */
async function pointTo(folder: string, hash: string): Promise<boolean> {
  const current = join(folder, 'current');
  if ((await readlink(current).catch(() => undefined)) === hash) return false;
  const fresh = join(folder, '.current');
  await rm(fresh, { force: true });
  await symlink(hash, fresh);
  await rename(fresh, current);
  return true;
}
