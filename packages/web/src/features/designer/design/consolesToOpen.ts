import { consolesOf, type ConsoleKind, type Element } from '@labcast/domain';
import type { Design } from './Design.ts';

/** Consoles of dev are for who may change it: an assistant sees the lab, and no button that would be refused. */
export function mayEnter({ mayEdit }: Pick<Design, 'mayEdit'>): boolean {
  return mayEdit;
}

/** The consoles of an element that whoever looks at the lab may open; the first one is to open by itself. */
export function consolesToOpen(
  design: Pick<Design, 'mayEdit' | 'images'>,
  element: Element,
): readonly ConsoleKind[] {
  if (!mayEnter(design)) return [];
  const image =
    'image' in element ? design.images.find(({ name }) => name === element.image) : undefined;
  return consolesOf(element, image);
}
