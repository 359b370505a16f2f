import type { StudentView } from '@labcast/api-client';
import type { ClassSort } from '../../../routes/parseClassSearch.ts';

const attentionRank = { help: 0, failed: 1, stuck: 2, idle: 4 } as const;
const others = 3;

function rankOf({ attention, state }: StudentView): number {
  if (attention !== undefined) return attentionRank[attention];
  if (state === 'failed') return attentionRank.failed;
  return state === 'not-deployed' ? 5 : others;
}

/** Numbers in names count as numbers: 9 before 10. */
const byName = (a: StudentView, b: StudentView) =>
  a.environment.localeCompare(b.environment, undefined, { numeric: true });
const part = ({ checks }: StudentView) => (checks.total === 0 ? 1 : checks.passed / checks.total);
const seenAt = ({ lastSeen }: StudentView) => (lastSeen === undefined ? 0 : Date.parse(lastSeen));

/** Who waits longest for help comes first. */
const byHelp = (a: StudentView, b: StudentView) =>
  (a.help?.since ?? '').localeCompare(b.help?.since ?? '');

const orders: Readonly<Record<ClassSort, (a: StudentView, b: StudentView) => number>> = {
  needs: (a, b) => rankOf(a) - rankOf(b) || byHelp(a, b) || byName(a, b),
  name: byName,
  progress: (a, b) => part(a) - part(b) || byName(a, b),
  seen: (a, b) => seenAt(a) - seenAt(b) || byName(a, b),
};

export function sortStudents(students: readonly StudentView[], sort: ClassSort): StudentView[] {
  return students.toSorted(orders[sort]);
}
