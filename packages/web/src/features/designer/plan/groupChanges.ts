import type { Change } from '@labcast/domain';

export interface ElementChanges {
  readonly element: string;
  readonly changes: readonly Change[];
}

/** What waits, by element: those are dropped together. Data loss first, since it has to be read. */
export function groupChanges(pending: readonly Change[]): ElementChanges[] {
  const groups = Map.groupBy(pending, ({ element }) => element);
  const listed = [...groups].map(([element, changes]) => ({ element, changes }));
  const losesData = ({ changes }: ElementChanges) => changes.some((each) => each.destroysData);
  return listed.toSorted((a, b) => Number(losesData(b)) - Number(losesData(a)));
}
