import type { Recipe } from '../recipe.ts';
import { debian12Recipe } from './debian-12/debian12Recipe.ts';
import { gatewayRecipe } from './gateway/gatewayRecipe.ts';
import { kubernetesNodeRecipe } from './node/nodeRecipe.ts';

/** Images that are built and imported into Incus; each one's name is in the catalogue. */
export const machineRecipes: readonly Recipe[] = [
  gatewayRecipe,
  debian12Recipe,
  kubernetesNodeRecipe,
];
