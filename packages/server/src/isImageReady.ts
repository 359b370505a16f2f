import { catalogueImages } from '@labcast/domain';
import type { CatalogueImage } from '@labcast/domain';

/** `ready` are the aliases that the host has. Images of apps come with the node's image: they have no alias. */
export function isImageReady(image: CatalogueImage, ready: readonly string[]): boolean {
  if (image.alias !== undefined) return ready.includes(image.alias);
  const node = catalogueImages.find(({ kind }) => kind === 'node');
  return node?.alias !== undefined && ready.includes(node.alias);
}
