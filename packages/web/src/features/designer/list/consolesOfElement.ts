import { consolesOf, type Element } from '@labcast/domain';
import type { Panel } from '../panel/usePanel.ts';

/** The first one is to open by itself. None for who may only look at the lab: consoles of dev are for instructors. */
export function consolesOfElement({ design }: Panel, element: Element) {
  if (!design.mayEdit) return [];
  const image =
    'image' in element ? design.images.find(({ name }) => name === element.image) : undefined;
  return consolesOf(element, image);
}
