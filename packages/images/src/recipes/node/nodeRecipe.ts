import { join } from 'node:path';
import { archiveFile } from '../../apps/appRecipe.ts';
import { runCommand } from '../../build/runCommand.ts';
import { componentRecipe } from '../../kubernetes/componentRecipe.ts';
import { components } from '../../kubernetes/components.ts';
import { machineRecipe } from '../../machineRecipe.ts';
import type { BuildContext, Recipe } from '../../recipe.ts';
import { appRecipes } from '../apps/appRecipes.ts';
import { machineOverlay, machinePackages, machineSetup } from '../debian-12/debian12Recipe.ts';

const here = import.meta.dirname;
const preload = join(here, 'preload.sh');
const seed = join(here, 'seed.sh');
/** What runs once while the image is built. */
const seedPrograms = components.filter(({ module }) => ['node', 'etcd', 'kube'].includes(module));
/** Whose results go into the image. */
const ingredients = [...appRecipes, ...seedPrograms.map(componentRecipe)];

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
  setupFiles: [machineSetup, preload, seed],
  inputs: { ingredients: ingredients.map(({ name, inputs }) => JSON.stringify([name, inputs])) },
  finish: async (root, context) => {
    await preloadImages(root, context);
    await seedCluster(root, context);
  },
});

/**
 * A machine of which `labcast-node prepare` makes a control plane or a worker at boot. The programs of Kubernetes are
 * not in it: all nodes share one copy of them on the host.
 */
export const kubernetesNodeRecipe: Recipe = {
  ...recipe,
  files: [...recipe.files, ...ingredients.flatMap(({ files }) => files)],
};

async function preloadImages(root: string, context: BuildContext): Promise<void> {
  const archives: string[] = [];
  for (const app of appRecipes) {
    archives.push(join(await context.ingredient(app), archiveFile));
  }
  context.step('Putting the app images into the node');
  await runCommand(['sh', preload, root, ...archives], { logFile: context.logFile });
}

async function seedCluster(root: string, context: BuildContext): Promise<void> {
  const programs: string[] = [];
  for (const component of seedPrograms) {
    const folder = await context.ingredient(componentRecipe(component));
    programs.push(join(folder, component.program));
  }
  context.step('Running a control plane for the first time');
  await runCommand(['sh', seed, root, ...programs], { logFile: context.logFile });
}
