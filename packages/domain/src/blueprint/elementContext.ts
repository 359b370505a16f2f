import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import type { Report } from './placedProblem.ts';

/** What an element is judged by besides itself. */
export interface ElementContext {
  readonly catalogue: readonly CatalogueImage[];
  /** Kinds of all elements that the file names; undefined for one whose kind is wrong. */
  readonly kinds: ReadonlyMap<string, string | undefined>;
  readonly report: Report;
}

/** For remedies: `debian-12, alpine`. */
export function namesOf(
  catalogue: readonly CatalogueImage[],
  kind: CatalogueImage['kind'],
): string {
  return catalogue
    .filter((image) => image.kind === kind)
    .map(({ name }) => name)
    .join(', ');
}
