import { join } from 'node:path';
import { archiveFile } from '../../apps/appRecipe.ts';
import { ensureBuilt } from '../../build/ensureBuilt.ts';
import { runCommand } from '../../build/runCommand.ts';
import { machineRecipe } from '../../machineRecipe.ts';
import type { BuildContext, Recipe } from '../../recipe.ts';
import { appRecipes } from '../apps/appRecipes.ts';
import { machineOverlay, machinePackages, machineSetup } from '../debian-12/debian12Recipe.ts';

const here = import.meta.dirname;
const preload = join(here, 'preload.sh');

const recipe = machineRecipe({
  name: 'kubernetes-node',
  description:
    'Node of a Kubernetes cluster for Labcast: Debian 12, containerd and the units of all services',
  suite: 'bookworm',
  variant: 'minbase',
  packages: [
    ...machinePackages,
    'conntrack',
    'containerd',
    'containernetworking-plugins',
    'ethtool',
    'ipset',
    'iptables',
    'nftables',
    'runc',
    'socat',
  ],
  overlays: [machineOverlay, join(here, 'root')],
  setup: join(here, 'setup.sh'),
  setupFiles: [machineSetup, preload],
  // Whatever decides the images that are put into it.
  inputs: { apps: appRecipes.map(({ name, inputs }) => JSON.stringify([name, inputs])) },
  finish: preloadImages,
});

/**
 * A machine of which `labcast-node prepare` makes a control plane or a worker at boot. The programs of Kubernetes are
 * not in it: all nodes share one copy of them on the host.
 */
export const kubernetesNodeRecipe: Recipe = {
  ...recipe,
  files: [...recipe.files, ...appRecipes.flatMap(({ files }) => files)],
};

async function preloadImages(root: string, context: BuildContext): Promise<void> {
  const options = { cacheDir: context.cacheDir };
  const archives: string[] = [];
  for (const app of appRecipes) {
    const { folder } = await ensureBuilt(app, options);
    // All archives have the same file name: their folders tell them apart.
    archives.push(join(folder, archiveFile));
  }
  context.step('Putting the app images into the node');
  await runCommand(['sh', preload, root, ...archives], { logFile: context.logFile });
}
