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
/** Of an address: a little more than it takes. */
const label = { letter: 7, margin: 12, height: 17 } as const;

interface Route {
  /** Among the wires of its card. */
  readonly index: number;
  readonly count: number;
  readonly isBlocked: boolean;
  readonly address: string;
}

/**
 * From a card straight up or down to a rail, or around what stands in between. Addresses that would cover each other stand
 * on lines of their own, as do the bends of wires that go around.
 */
export function routeWire(card: Rectangle, rail: Rectangle, route: Route): WireShape {
  const { index, count, isBlocked, address } = route;
  const isAbove = rail.y + rail.height / 2 < card.y + card.height / 2;
  // Its line is at the lower edge of a rail.
  const railY = rail.y + rail.height - (isAbove ? 0 : railLine);
  const cardY = isAbove ? card.y : card.y + card.height;
  const between = card.width / (count + 1);
  const x = card.x + between * (index + 1);
  const step = isAbove ? -1 : 1;
  const isTight = count > 1 && label.letter * address.length + label.margin > between;
  const line = isTight || isBlocked ? (index % 3) * label.height : 0;
  if (!isBlocked) {
    const labelY = cardY + step * ((isTight ? 18 : aside) + line);
    return { path: `M${x},${cardY}L${x},${railY}`, label: { x, y: labelY } };
  }
  const bendY = cardY + step * (aside / 2 + line);
  // The one that bends first goes outermost, so that they do not cross.
  const sideX = card.x - aside - (count - 1 - index) * 6;
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
