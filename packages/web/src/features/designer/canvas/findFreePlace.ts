import type { Position } from '../design/Design.ts';
import { overlap, type Rectangle } from './sizes.ts';

const grid = 24;
/** Sideways it goes faster than up and down, so that rows come before columns. */
const steps = { x: 3 * grid, y: grid };
const margin = 24;
const mostRings = 200;

/** The place nearest to the wished one at which a card covers nothing, to the side rather than above or below. */
export function findFreePlace(
  wish: Position,
  size: { readonly width: number; readonly height: number },
  taken: readonly Rectangle[],
): Position {
  const isFree = (place: Position) =>
    !taken.some((other) => overlap({ ...place, ...size }, other, margin));
  const start = { x: snap(wish.x), y: snap(wish.y) };
  for (let ring = 0; ring < mostRings; ring++) {
    const free = ringAround(start, ring).find(isFree);
    if (free) return free;
  }
  return start;
}

export function snap(value: number): number {
  return Math.round(value / grid) * grid;
}

/** Places at the edge of a square, nearest first. */
function ringAround({ x, y }: Position, ring: number): Position[] {
  if (ring === 0) return [{ x, y }];
  const places: Position[] = [];
  for (let along = -ring; along <= ring; along++) {
    for (const [dx, dy] of [
      [along, -ring],
      [along, ring],
      [-ring, along],
      [ring, along],
    ] as const)
      places.push({ x: x + dx * steps.x, y: y + dy * steps.y });
  }
  const cost = (place: Position) =>
    Math.abs(place.x - x) +
    2 * Math.abs(place.y - y) +
    (place.x < x ? 1 : 0) +
    (place.y < y ? 1 : 0);
  return places.sort((a, b) => cost(a) - cost(b));
}
