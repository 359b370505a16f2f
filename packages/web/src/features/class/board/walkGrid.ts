export type GridKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

const gridKeys: readonly string[] = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
] satisfies GridKey[];

export function isGridKey(key: string): key is GridKey {
  return gridKeys.includes(key);
}

/** The tile that a key leads to; the same one at the edges. */
export function walkGrid(key: GridKey, from: number, grid: { columns: number; count: number }) {
  const { columns, count } = grid;
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const to = from + steps[key];
  return to < 0 || to >= count ? from : to;
}
