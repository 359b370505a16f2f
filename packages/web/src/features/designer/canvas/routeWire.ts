import { overlap, type Rectangle } from './sizes.ts';

export interface WireShape {
  readonly path: string;
  /** Middle of the address. */
  readonly label: { readonly x: number; readonly y: number };
}

/** How thick the line of a rail is drawn. */
const railLine = 5;
/** How far from a card's edge a wire goes around what stands between. */
const aside = 22;

/** From a card straight up or down to a rail, or around what stands in between. */
export function routeWire(
  card: Rectangle,
  rail: Rectangle,
  { index, count, isBlocked }: { index: number; count: number; isBlocked: boolean },
): WireShape {
  const isAbove = rail.y + rail.height / 2 < card.y + card.height / 2;
  // Its line is at the lower edge of a rail.
  const railY = rail.y + rail.height - (isAbove ? 0 : railLine);
  const cardY = isAbove ? card.y : card.y + card.height;
  const x = card.x + (card.width * (index + 1)) / (count + 1);
  const step = isAbove ? -1 : 1;
  const bendY = cardY + (step * aside) / 2;
  const labelY = cardY + step * aside;
  if (!isBlocked) return { path: `M${x},${cardY}L${x},${railY}`, label: { x, y: labelY } };
  const sideX = card.x - aside - index * 6;
  return {
    path: `M${x},${cardY}L${x},${bendY}L${sideX},${bendY}L${sideX},${railY}`,
    label: { x: (x + sideX) / 2, y: bendY },
  };
}

/** Whether another card stands between a card and its rail. */
export function isWireBlocked(
  card: Rectangle,
  rail: Rectangle,
  others: Iterable<Rectangle>,
): boolean {
  const top = Math.min(card.y + card.height, rail.y + rail.height);
  const bottom = Math.max(card.y, rail.y);
  const between = { x: card.x, width: card.width, y: top, height: Math.max(0, bottom - top) };
  for (const other of others) if (other !== card && overlap(between, other)) return true;
  return false;
}
