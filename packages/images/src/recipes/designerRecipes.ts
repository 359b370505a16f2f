import type { Recipe } from '../recipe.ts';
import { desktopRecipe } from './desktop/desktopRecipe.ts';
import { debianVmDesktopRecipe, debianVmRecipe } from './vm/debianVmRecipe.ts';
import { vmHostRecipe } from './vm/vmHostRecipe.ts';

/** The desktop, the virtual machine, and the container in which disks that people upload are looked at. */
export const designerRecipes: readonly Recipe[] = [desktopRecipe, vmHostRecipe, debianVmRecipe];

/** Takes as long as the three above together and a gigabyte: built for those who ask for it. */
export const largeRecipes: readonly Recipe[] = [debianVmDesktopRecipe];
