/** What several elements have in common; `mixed` when they differ. Undefined of none. */
export function commonValue<T>(values: readonly T[]): T | 'mixed' | undefined {
  const [first] = values;
  return values.every((value) => Object.is(value, first)) ? first : 'mixed';
}
