import type { Rectangle } from './sizes.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const vectors = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** The nearest thing in a direction, what is in line with it first; undefined at the edge. */
export function findNeighbour(
  from: string,
  direction: Direction,
  places: ReadonlyMap<string, Rectangle>,
): string | undefined {
  const start = places.get(from);
  if (!start) return undefined;
  const [dx, dy] = vectors[direction];
  const middle = ({ x, y, width, height }: Rectangle) => ({ x: x + width / 2, y: y + height / 2 });
  const a = middle(start);
  let nearest: { name: string; cost: number } | undefined;
  for (const [name, place] of places) {
    if (name === from) continue;
    const b = middle(place);
    const ahead = (b.x - a.x) * dx + (b.y - a.y) * dy;
    const beside = Math.abs((b.x - a.x) * dy) + Math.abs((b.y - a.y) * dx);
    if (ahead <= 0) continue;
    const cost = ahead + beside * 2;
    if (!nearest || cost < nearest.cost) nearest = { name, cost };
  }
  return nearest?.name;
}
