import { diffBlueprints, type Blueprint } from '@labcast/domain';

/** Elements and networks that differ between two labs. */
export function changedNames(
  before: Blueprint | undefined,
  after: Blueprint | undefined,
): readonly string[] {
  if (!before || !after) return [];
  return [...new Set(diffBlueprints(before, after).map(({ element }) => element))];
}
