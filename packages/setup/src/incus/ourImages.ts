import { recipeProperty } from '@labcast/images';
import { imageMarks, type Image } from '@labcast/incus';
import { usualProject, type Settings } from '../settings/settings.ts';
import { withIncusImages } from './withIncus.ts';

/**
 * Images that we built, replaced ones too, belong to the Labcast of the usual project: a second one on the same Incus, with
 * a project of its own, leaves them alone. Disks that people uploaded belong to the project that they uploaded them to.
 */
export function isOurImage({ properties }: Pick<Image, 'properties'>, project: string): boolean {
  if (properties[imageMarks.upload] !== undefined)
    return (properties[imageMarks.project] ?? usualProject) === project;
  return properties[recipeProperty] !== undefined && project === usualProject;
}

export async function listOurImages(settings: Settings): Promise<Image[]> {
  const images = await withIncusImages((incus) => incus.listImages());
  return images.filter((image) => isOurImage(image, settings.project));
}
