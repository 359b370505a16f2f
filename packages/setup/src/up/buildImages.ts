import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  appRecipes,
  componentRecipes,
  ensureImage,
  ensureKubernetes,
  machineRecipes,
  removeOldImages,
  type BuildOptions,
} from '@labcast/images';
import type { IncusClient } from '@labcast/incus';
import type { Context } from '../run/context.ts';

/** Every image and the Kubernetes components, as the present sources want them. Says what had to be built. */
export async function buildImages(
  context: Context,
  incus: IncusClient,
  report: (text: string) => void,
): Promise<string> {
  const { cacheDir, stateDir, explicit } = context.settings;
  const options: BuildOptions = {
    cacheDir,
    report: ({ image, step }) => {
      report(`${image}: ${step}`);
    },
  };
  const made: string[] = [];
  for (const recipe of machineRecipes) {
    const { outcome } = await ensureImage(recipe, { ...options, incus });
    if (outcome !== 'present') made.push(`${recipe.name} ${outcome}`);
  }
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
