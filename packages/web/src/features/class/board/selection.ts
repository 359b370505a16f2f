/** With or without the one. */
export function toggled(selection: readonly string[], name: string): readonly string[] {
  return selection.includes(name)
    ? selection.filter((each) => each !== name)
    : [...selection, name];
}

/** Those between two, in the shown order, joined with what was selected. */
export function extended(
  selection: readonly string[],
  order: readonly string[],
  [from, to]: readonly [string, string],
): readonly string[] {
  const ends = [order.indexOf(from), order.indexOf(to)];
  const between = order.slice(Math.min(...ends), Math.max(...ends) + 1);
  return [...new Set([...selection, ...between])];
}

/** What is not shown any more cannot stay selected: nobody would see what a deed is done to. */
export function onlyShown(selection: readonly string[], shown: readonly string[]) {
  const visible = new Set(shown);
  const kept = selection.filter((name) => visible.has(name));
  return { kept, leftOut: selection.length - kept.length };
}
