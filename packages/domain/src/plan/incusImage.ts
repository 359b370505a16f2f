import { findCatalogueImage } from '../catalogue/catalogue.ts';
import { isUploadName, uploadAlias } from '../catalogue/uploads.ts';

/** What Incus calls an image: the alias of one of ours, or whatever the person wrote, which is then Incus's to know. */
export function incusImage(name: string): string {
  if (isUploadName(name)) return uploadAlias(name);
  return findCatalogueImage(name)?.alias ?? name;
}
