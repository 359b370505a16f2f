import { diff } from '@codemirror/merge';
import { ChangeSet, type ChangeSpec } from '@codemirror/state';

/** The small changes that lead from one text to another, so that cursors and other changes keep their places. */
export function changesBetween(before: string, after: string): ChangeSet {
  const changes: ChangeSpec[] = diff(before, after).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    insert: after.slice(fromB, toB),
  }));
  return ChangeSet.of(changes, before.length, '\n');
}
