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

const mebibyte = 1024 ** 2;

/** What is known of a disk that somebody uploaded: little but its size. The guest's own needs are its owner's to know. */
export function uploadedImage(upload: {
  readonly name: string;
  readonly summary: string;
  readonly diskBytes: number;
}): CatalogueImage {
  const name = uploadImageName(upload.name);
  const storageBytes = Math.ceil(upload.diskBytes / mebibyte) * mebibyte;
  return {
    name,
    summary: upload.summary,
    kind: 'vm',
    display: 'desktop',
    defaultUser: 'root',
    minimum: { cpu: 0.1, memoryBytes: 64 * mebibyte, storageBytes },
    recommended: { cpu: 1, memoryBytes: 1024 * mebibyte, storageBytes },
    alias: uploadAlias(name),
  };
}
