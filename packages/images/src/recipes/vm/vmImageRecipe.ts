import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../build/runCommand.ts';
import { packMachine, rootfsFile } from '../../machineRecipe.ts';
import type { BuildContext, Recipe } from '../../recipe.ts';
import { diskFile } from './guestDiskRecipe.ts';
import { vmHostRecipe } from './vmHostRecipe.ts';

export interface VmImageRecipe {
  readonly name: string;
  readonly description: string;
  /** Makes the disk. */
  readonly disk: Recipe;
}

/**
 * An image for Incus with the container and the guest's disk in it: a new virtual machine is then a copy-on-write clone
 * like any other instance, and nothing has to be copied into it.
 */
export function vmImageRecipe({ name, description, disk }: VmImageRecipe): Recipe {
  const ingredients = [vmHostRecipe, disk];
  return {
    name,
    description,
    inputs: {
      description,
      ingredients: ingredients.map((recipe) => JSON.stringify([recipe.name, recipe.inputs])),
    },
    files: ingredients.flatMap(({ files }) => files),
    build: async (context) => {
      const root = join(context.workDir, 'root');
      await unpackHost(root, context);
      const folder = await context.ingredient(disk);
      context.step('Putting the disk into its container');
      await runCommand(
        [
          'sh',
          '-euc',
          'cp --sparse=always "$1" "$2$3"; chroot "$2" chown vm:vm "$3"; chmod 640 "$2$3"',
          'disk',
          join(folder, diskFile),
          root,
          '/var/lib/vm/disk.qcow2',
        ],
        { logFile: context.logFile },
      );
      await packMachine(root, { name, description, suite: 'bookworm' }, context);
    },
  };
}

async function unpackHost(root: string, context: BuildContext): Promise<void> {
  const { logFile } = context;
  context.step('Making the container');
  const folder = await context.ingredient(vmHostRecipe);
  await mkdir(root);
  await runCommand(
    [
      'tar',
      '--numeric-owner',
      '--xattrs',
      '--xattrs-include=*',
      '-C',
      root,
      '-xpf',
      join(folder, rootfsFile),
    ],
    { logFile },
  );
}
