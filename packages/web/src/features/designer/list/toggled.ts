/** A selection with one more, or one less. */
export function toggled(selection: readonly string[], name: string): string[] {
  return selection.includes(name)
    ? selection.filter((other) => other !== name)
    : [...selection, name];
}
