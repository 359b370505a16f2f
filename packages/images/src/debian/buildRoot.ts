import { join } from 'node:path';
import { runCommand } from '../build/runCommand.ts';
import type { BuildContext, Recipe } from '../recipe.ts';
import { bootstrap, type BootstrapRequest } from './bootstrap.ts';

/** A root file system: packages, then the overlays' files, then the set-up script. */
export interface RootRecipe {
  readonly name: string;
  readonly description: string;
  readonly suite: 'bookworm';
  readonly variant: BootstrapRequest['variant'];
  readonly packages: readonly string[];
  /** Files of packages that are left out, as dpkg's patterns of absolute paths. */
  readonly excludes?: readonly string[];
  /** Folders laid over the root in this order, owned by root there, with their modes. */
  readonly overlays: readonly string[];
  /** A shell script that is run on the host, as root, with the root file system's path as its argument. */
  readonly setup: string;
  /** What the script reads besides. */
  readonly setupFiles?: readonly string[];
  /** Anything else that decides the result, such as a version that the script uses. */
  readonly inputs?: Recipe['inputs'];
}

/** What the content hash of a recipe covers. */
export function rootInputs(recipe: RootRecipe): Pick<Recipe, 'inputs' | 'files'> {
  const { suite, variant, packages, excludes, inputs, overlays, setup, setupFiles, description } =
    recipe;
  return {
    inputs: {
      ...inputs,
      ...(excludes && { excludes }),
      description,
      suite,
      variant,
      packages: [...packages].sort(),
    },
    files: [...overlays, setup, ...(setupFiles ?? [])],
  };
}

/** Returns the path of the finished root file system, inside the context's `workDir`. */
export async function buildRoot(recipe: RootRecipe, context: BuildContext): Promise<string> {
  const root = join(context.workDir, 'root');
  const { logFile } = context;
  await bootstrap({ ...recipe, root }, context);
  context.step('Adding our own files');
  for (const overlay of recipe.overlays) {
    // tar and not cp: files belong to root and keep their modes, whoever's checkout this is; folders that are there stay.
    await runCommand(
      [
        'sh',
        '-euc',
        'tar -C "$1" --owner=0 --group=0 --numeric-owner --mode=u+rwX,go=u-w -cf - . | tar -C "$2" --no-overwrite-dir --keep-directory-symlink -xpf -',
        'overlay',
        overlay,
        root,
      ],
      { logFile },
    );
  }
  await runCommand(['sh', '-eu', recipe.setup, root], { logFile });
  return root;
}
