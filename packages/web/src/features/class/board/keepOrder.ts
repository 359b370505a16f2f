export interface KeptOrder {
  readonly order: readonly string[];
  /** How many would come earlier if it were sorted again. */
  readonly moved: number;
}

/**
 * The order that is looked at: what is there stays in its place, what is new comes last, what went leaves no gap. `wanted`
 * is the order by which it would be sorted now.
 */
export function keepOrder(shown: readonly string[], wanted: readonly string[]): KeptOrder {
  const present = new Set(wanted);
  const kept = shown.filter((name) => present.has(name));
  const known = new Set(kept);
  const order = [...kept, ...wanted.filter((name) => !known.has(name))];
  const place = new Map(order.map((name, index) => [name, index]));
  const moved = wanted.filter((name, index) => index < (place.get(name) ?? 0)).length;
  return { order, moved };
}
