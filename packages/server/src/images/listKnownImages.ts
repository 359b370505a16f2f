import { catalogueImages, uploadedImage } from '@labcast/domain';
import type { CatalogueImage } from '@labcast/domain';
import type { Store } from '@labcast/store';

/** The catalogue, and behind it the disks that people have uploaded. */
export async function listKnownImages(
  store: Pick<Store, 'listUploads'>,
): Promise<CatalogueImage[]> {
  const uploads = await store.listUploads();
  const uploaded = uploads.flatMap(({ name, ownerName, state, diskBytes, format }) =>
    state === 'ready' && diskBytes !== undefined
      ? [uploadedImage({ name, summary: `Uploaded by ${ownerName}`, diskBytes, format })]
      : [],
  );
  return [...catalogueImages, ...uploaded];
}
