import { recipeProperty } from '@labcast/images';
import type { Image } from '@labcast/incus';
import { usualProject, type Settings } from '../settings/settings.ts';
import { withIncusImages } from './withIncus.ts';

/**
 * Images that we built, replaced ones too. They belong to the Labcast of the usual project: a second one on the same Incus, with a project
 * of its own, leaves them alone.
 */
export async function listOurImages(settings: Settings): Promise<Image[]> {
  if (settings.project !== usualProject) return [];
  const images = await withIncusImages((incus) => incus.listImages());
  return images.filter((image) => image.properties[recipeProperty] !== undefined);
}
