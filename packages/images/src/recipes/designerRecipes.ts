import type { Recipe } from '../recipe.ts';
import { desktopRecipe } from './desktop/desktopRecipe.ts';
import { debianVmDesktopRecipe, debianVmRecipe } from './vm/debianVmRecipe.ts';
import { vmHostRecipe } from './vm/vmHostRecipe.ts';

/** Images that take minutes and gigabytes to make: built when somebody asks for one of them, not by `make up`. */
export const designerRecipes: readonly Recipe[] = [
  desktopRecipe,
  vmHostRecipe,
  debianVmRecipe,
  debianVmDesktopRecipe,
];
