import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import { isUploadName } from '../catalogue/uploads.ts';
import type { ElementContext } from './elementContext.ts';
import { namesOf } from './elementContext.ts';

const uses: Record<CatalogueImage['kind'], string> = {
  machine: 'containers',
  vm: 'virtual machines',
  app: 'apps',
  node: "Labcast's own use",
  gateway: "Labcast's own use",
};

/**
 * The catalogue's image of a machine, when it is one for that kind; another is reported. Any image of Incus will do for a
 * container, but a virtual machine needs one with a disk in it.
 */
export function checkImageKind(
  kind: 'machine' | 'vm',
  name: string,
  path: readonly string[],
  { catalogue, report }: ElementContext,
): CatalogueImage | undefined {
  const image = catalogue.find((known) => known.name === name);
  if (image?.kind === kind) return image;
  const remedy = `Write the image of a ${kind === 'vm' ? 'virtual machine' : 'machine'}, such as ${namesOf(catalogue, kind)}.`;
  if (image) {
    const message = `${image.name} is an image for ${uses[image.kind]}, not for ${uses[kind]}`;
    report(path, { message, remedy });
  } else if (isUploadName(name) && kind === 'machine') {
    report(path, {
      message: `${name} is an uploaded disk, for virtual machines and not for containers`,
      remedy: 'Let its kind be vm, or write another image.',
    });
  } else if (kind === 'vm' && !isUploadName(name)) {
    report(path, {
      message: `There is no image ${name} for virtual machines`,
      remedy: `${remedy} A disk of your own can be uploaded under Images, or by labcast images upload.`,
    });
  }
  return undefined;
}
