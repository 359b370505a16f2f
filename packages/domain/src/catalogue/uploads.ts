import type { Element } from '../blueprint/blueprint.ts';
import type { CatalogueImage } from './catalogueImage.ts';

const prefix = 'upload/';

/** What an uploaded disk is called in `lab.yaml`. */
export function uploadImageName(name: string): string {
  return `${prefix}${name}`;
}

export function isUploadName(image: string): boolean {
  return image.startsWith(prefix);
}

/** Its alias in Incus. */
export function uploadAlias(image: string): string {
  return `labcast/${image}`;
}

/** Where an uploaded disk arrives in its staging instance. */
export const uploadPath = '/var/lib/vm/upload';

const mebibyte = 1024 ** 2;
const smallestDiskBytes = 1024 * mebibyte;
const usualDiskBytes = 8192 * mebibyte;

/** What is known of a disk that somebody uploaded: little but its size. The guest's own needs are its owner's to know. */
export function uploadedImage(upload: {
  readonly name: string;
  readonly summary: string;
  readonly diskBytes: number;
  readonly format: string | undefined;
}): CatalogueImage {
  const name = uploadImageName(upload.name);
  // A disc starts beside an empty disk, whose size is free to choose.
  const isDisc = upload.format === 'iso';
  const disk = isDisc ? smallestDiskBytes : upload.diskBytes;
  const storageBytes = Math.ceil(disk / mebibyte) * mebibyte;
  return {
    name,
    summary: upload.summary,
    kind: 'vm',
    ...(isDisc && { disc: true }),
    display: 'desktop',
    defaultUser: 'root',
    minimum: { cpu: 0.1, memoryBytes: 64 * mebibyte, storageBytes },
    recommended: {
      cpu: 1,
      memoryBytes: 1024 * mebibyte,
      storageBytes: isDisc ? usualDiskBytes : storageBytes,
    },
    alias: uploadAlias(name),
  };
}

/** Whether it is a virtual machine that began with an ISO disc in its drive. */
export function startsFromDisc(
  element: Element,
  images: readonly Pick<CatalogueImage, 'name' | 'disc'>[],
): boolean {
  if (element.kind !== 'vm') return false;
  return images.some(({ name, disc }) => disc === true && name === element.image);
}
