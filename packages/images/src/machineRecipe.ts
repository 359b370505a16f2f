import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getArchitecture } from './build/architecture.ts';
import { runCommand } from './build/runCommand.ts';
import { buildRoot, rootInputs, type RootRecipe } from './debian/buildRoot.ts';
import type { BuildContext, Recipe } from './recipe.ts';

/** The two files of an image that Incus imports. */
export const metadataFile = 'metadata.tar.gz';
export const rootfsFile = 'rootfs.tar.zst';

export interface MachineRecipe extends RootRecipe {
  /** Works on the finished root file system, such as with what other recipes made; `inputs` must name what decides it. */
  readonly finish?: (root: string, context: BuildContext) => Promise<void>;
}

/** A recipe that makes an image for Incus out of a Debian root file system. */
export function machineRecipe(recipe: MachineRecipe): Recipe {
  return {
    name: recipe.name,
    description: recipe.description,
    ...rootInputs(recipe),
    build: async (context) => {
      const root = await buildRoot(recipe, context);
      await recipe.finish?.(root, context);
      await packMachine(root, recipe, context);
    },
  };
}

/** Makes the two files of the image out of a finished root file system. */
export async function packMachine(
  root: string,
  about: Pick<RootRecipe, 'name' | 'description' | 'suite'>,
  context: BuildContext,
): Promise<void> {
  context.step('Packing');
  await packRoot(root, context);
  await packMetadata(about, context);
}

async function packRoot(root: string, { outputDir, logFile }: BuildContext): Promise<void> {
  await runCommand(
    [
      'tar',
      '--numeric-owner',
      '--xattrs',
      '--xattrs-include=*',
      '--sort=name',
      '--use-compress-program=zstd -3 -T0',
      '-C',
      root,
      '-cf',
      join(outputDir, rootfsFile),
      '.',
    ],
    { logFile },
  );
}

async function packMetadata(
  { name, description, suite }: Pick<RootRecipe, 'name' | 'description' | 'suite'>,
  { workDir, outputDir, logFile }: BuildContext,
): Promise<void> {
  const architecture = getArchitecture().incus;
  // JSON is YAML.
  const metadata = {
    architecture,
    creation_date: Math.floor(Date.now() / 1000),
    properties: { architecture, description, name, os: 'Debian', release: suite },
  };
  await writeFile(join(workDir, 'metadata.yaml'), JSON.stringify(metadata));
  await runCommand(['tar', '-C', workDir, '-czf', join(outputDir, metadataFile), 'metadata.yaml'], {
    logFile,
  });
}
