import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../build/runCommand.ts';
import { buildRoot, rootInputs, type RootRecipe } from '../../debian/buildRoot.ts';
import type { BuildContext, Recipe } from '../../recipe.ts';
import { diskToolPackages, makeDiskTools, workshop } from './diskTools.ts';

export const diskFile = 'disk.qcow2';

/** Of the disk as the guest first sees it; it grows with the element's storage. */
const diskMebibytes = '4096';

const makeDisk = join(import.meta.dirname, 'guest/makeDisk.sh');

/** A recipe that makes the disk of a virtual machine, with its own bootloader, out of a Debian root file system. */
export function guestDiskRecipe(recipe: RootRecipe): Recipe {
  const { inputs, files } = rootInputs(recipe);
  return {
    name: recipe.name,
    description: recipe.description,
    inputs: { ...inputs, tools: diskToolPackages, disk: diskMebibytes },
    files: [...files, makeDisk],
    build: (context) => build(recipe, context),
  };
}

async function build(recipe: RootRecipe, context: BuildContext): Promise<void> {
  const root = await buildRoot(recipe, context);
  const tools = await makeDiskTools(context);
  context.step('Making the disk');
  const place = join(tools, workshop);
  await rename(root, join(place, 'root'));
  await copyFile(makeDisk, join(place, 'makeDisk.sh'));
  await runCommand(['chroot', tools, 'sh', `/${workshop}/makeDisk.sh`, diskMebibytes], {
    logFile: context.logFile,
  });
  await rename(join(place, diskFile), join(context.outputDir, diskFile));
}
