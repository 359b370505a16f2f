import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import type { ElementStatus } from './status.ts';

/** Ways to be at an element: its shell, its picture, its serial line, its web page, its files, its logs. */
export const consoleKinds = ['terminal', 'screen', 'serial', 'page', 'files', 'logs'] as const;
export type ConsoleKind = (typeof consoleKinds)[number];

/** What decides it: an element of a blueprint has it, the gateway too. */
export interface ConsoleOwner {
  readonly kind: ElementStatus['kind'];
  /** Of a container: TCP ports on which it serves. */
  readonly ports?: readonly number[];
}

/**
 * The consoles of an element; the first is the one to open by itself. `image` is undefined for one that is not in the
 * catalogue, of which nothing more is known than that it runs.
 */
export function consolesOf(
  element: ConsoleOwner,
  image?: Pick<CatalogueImage, 'display'>,
): readonly ConsoleKind[] {
  switch (element.kind) {
    case 'container': {
      const page = (element.ports ?? []).length > 0 ? (['page'] as const) : [];
      const screen = image?.display === 'desktop' ? (['screen'] as const) : [];
      return [...screen, 'terminal', ...page, 'files', 'logs'];
    }
    case 'vm':
      return ['screen', 'serial', 'logs'];
    case 'cluster':
      return ['terminal', 'logs', 'files'];
    case 'app':
      return ['page', 'logs'];
    case 'gateway':
      return ['logs'];
  }
}
