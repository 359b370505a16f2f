export type TileSize = 'large' | 'medium' | 'compact';

/** The more students, the smaller: a class is seen without scrolling where that is possible. */
export function tileSizeFor(count: number): TileSize {
  if (count <= 40) return 'large';
  return count <= 120 ? 'medium' : 'compact';
}

/** Tiles for more than this are no picture any more: the table is shown unless tiles are asked for. */
export const mostTiles = 300;
