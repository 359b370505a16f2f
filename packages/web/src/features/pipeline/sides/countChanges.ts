import type { Change } from '@labcast/domain';

/** How much would be different: what restarts or is made anew was edited. Elements count once. */
export function countChanges(changes: readonly Change[]) {
  const of = (...actions: Change['action'][]) =>
    new Set(changes.filter(({ action }) => actions.includes(action)).map(({ element }) => element))
      .size;
  return { edited: of('change', 'restart', 'replace'), new: of('create'), removed: of('remove') };
}
