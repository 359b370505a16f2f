export * from './apps/appRecipe.ts';
export * from './apps/buildAppImages.ts';
export * from './debian/buildRoot.ts';
export * from './machineRecipe.ts';
export * from './recipe.ts';
export * from './recipes/apps/appRecipes.ts';
