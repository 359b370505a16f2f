/** The known name that a misspelt one most likely means; undefined when none is near. */
export function closestName(misspelt: string, known: Iterable<string>): string | undefined {
  // One slip in three letters: `memroy` means memory, `disk` does not mean cpu.
  const slips = Math.max(1, Math.floor(misspelt.length / 3));
  let closest: { name: string; distance: number } | undefined;
  for (const name of known) {
    if (Math.abs(name.length - misspelt.length) > slips) continue;
    const distance = editDistance(misspelt.toLowerCase(), name.toLowerCase());
    if (distance <= slips && distance < (closest?.distance ?? Infinity))
      closest = { name, distance };
  }
  return closest?.name;
}

/** "Did you mean memory?", or which names there are. */
export function suggestName(misspelt: string, known: readonly string[]): string {
  const closest = closestName(misspelt, known);
  if (closest !== undefined) return `Did you mean ${closest}?`;
  return known.length === 0 ? 'Remove it.' : `Known here: ${known.join(', ')}.`;
}

/** Letters to insert, remove, change or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + changed,
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
