import { findCatalogueImage } from '../catalogue/catalogue.ts';

/** What Incus calls an image: the alias of one of ours, or whatever the person wrote, which is then Incus's to know. */
export function incusImage(name: string): string {
  return findCatalogueImage(name)?.alias ?? name;
}
