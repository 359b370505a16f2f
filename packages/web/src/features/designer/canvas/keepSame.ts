import type { CanvasNode, Wire } from './graph.ts';

/** The object from before for each item whose content is the same, so that only what changed is drawn again. */
export function keepSame<Item extends CanvasNode | Wire>(
  before: ReadonlyMap<string, { readonly item: Item; readonly written: string }>,
  items: readonly Item[],
): Map<string, { item: Item; written: string }> {
  const kept = new Map<string, { item: Item; written: string }>();
  for (const item of items) {
    const written = JSON.stringify(item);
    const old = before.get(item.id);
    kept.set(item.id, old?.written === written ? old : { item, written });
  }
  return kept;
}
