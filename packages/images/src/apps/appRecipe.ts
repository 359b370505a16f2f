import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildRoot, rootInputs, type RootRecipe } from '../debian/buildRoot.ts';
import type { Recipe } from '../recipe.ts';
import { writeOciArchive, type OciConfig } from './ociArchive.ts';

/** The file that a recipe for an app's image leaves. */
export const archiveFile = 'image.tar';

export interface AppRecipe extends RootRecipe {
  /** Under which clusters know it, such as `localhost/labcast/nginx:1`. */
  readonly reference: string;
  readonly config: OciConfig;
}

/** A recipe that makes an OCI image, for clusters, out of Debian packages. */
export function appRecipe(recipe: AppRecipe): Recipe {
  const { inputs, files } = rootInputs(recipe);
  const { name, description, reference, config } = recipe;
  return {
    name,
    description,
    inputs: { ...inputs, reference, config: JSON.stringify(config) },
    files,
    build: async (context) => {
      const root = await buildRoot(recipe, context);
      context.step('Packing');
      const workDir = join(context.workDir, 'oci');
      await mkdir(workDir);
      const file = join(context.outputDir, archiveFile);
      await writeOciArchive({ root, reference, config, workDir, file, logFile: context.logFile });
    },
  };
}
