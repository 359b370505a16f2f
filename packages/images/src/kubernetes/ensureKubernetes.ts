import { createHash } from 'node:crypto';
import { chmod, copyFile, link, mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveFile } from '../apps/appRecipe.ts';
import { ensureBuilt, imagesFolder } from '../build/ensureBuilt.ts';
import { recipeHash } from '../build/recipeHash.ts';
import { withLock } from '../build/withLock.ts';
import type { BuildOptions, Recipe } from '../recipe.ts';
import { appRecipes } from '../recipes/apps/appRecipes.ts';
import { componentRecipe } from './componentRecipe.ts';
import { components } from './components.ts';
import { fetchArtefact } from './fetchArtefact.ts';

/** Every program of a node as a recipe of its own, so that a change to one builds only that one. */
export const componentRecipes: readonly Recipe[] = components.map(componentRecipe);

export interface Kubernetes {
  /** Of everything in the directory: sources, versions and app images. */
  readonly hash: string;
  /** Given to nodes read-only at `/opt/labcast/kubernetes`. */
  readonly directory: string;
}

export interface KubernetesOptions extends BuildOptions {
  /** Such as `/var/lib/labcast`. */
  readonly stateDir: string;
  /**
   * A finished directory as a tar file, instead of building it: `https:` or `file:`, with its digest as the fragment
   * (`#sha256=...`). `tar -C <directory> -cf kubernetes.tar .` makes one.
   */
  readonly artefactUrl?: string;
}

/** The hash that the directory for the present sources has. */
export async function kubernetesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const recipe of [...componentRecipes, ...appRecipes]) {
    hash.update(`${recipe.name} ${await recipeHash(recipe)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Makes `<stateDir>/kubernetes/<hash>` with the programs of a node and the archives of the app images, building only
 * what is not in the cache. Needs root. Throws `step-failed`.
 */
export async function ensureKubernetes(options: KubernetesOptions): Promise<Kubernetes> {
  const hash = await kubernetesHash();
  const base = join(options.stateDir, 'kubernetes');
  const directory = join(base, hash);
  if (await exists(directory)) return { hash, directory };
  await mkdir(base, { recursive: true, mode: 0o755 });
  return withLock(join(base, 'lock'), async () => {
    if (await exists(directory)) return { hash, directory };
    const unfinished = join(base, '.new');
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished);
    try {
      if (options.artefactUrl === undefined) await assemble(unfinished, options);
      else await fetchArtefact(options.artefactUrl, unfinished, imagesFolder(options.cacheDir));
      await makeReadable(unfinished);
      await rename(unfinished, directory);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
    return { hash, directory };
  });
}

async function assemble(target: string, options: BuildOptions): Promise<void> {
  for (const component of components) {
    const { folder } = await ensureBuilt(componentRecipe(component), options);
    await place(join(folder, component.program), join(target, component.program));
    for (const name of component.links) await symlink(component.program, join(target, name));
  }
  await mkdir(join(target, 'images'));
  for (const recipe of appRecipes) {
    const { folder } = await ensureBuilt(recipe, options);
    await place(join(folder, archiveFile), join(target, 'images', `${recipe.name}.tar`));
  }
}

/** Hard-linked where the cache is on the same file system: a node's programs are a quarter of a gigabyte. */
async function place(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, to);
  }
}

/** A node's root is nobody in particular on the host, so everybody must be able to read. */
async function makeReadable(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const isProgram = entry.isDirectory() || entry.parentPath === directory;
    await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
