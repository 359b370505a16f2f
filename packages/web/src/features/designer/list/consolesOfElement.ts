import { consolesOf, type Element } from '@labcast/domain';
import type { Panel } from '../panel/usePanel.ts';

/** The first one is to open by itself. */
export function consolesOfElement({ design }: Panel, element: Element) {
  const image =
    'image' in element ? design.images.find(({ name }) => name === element.image) : undefined;
  return consolesOf(element, image);
}
