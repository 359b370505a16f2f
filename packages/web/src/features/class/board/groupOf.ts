import type { StudentView } from '@labcast/api-client';
import type { StudentGroup } from '../../../routes/parseClassSearch.ts';

const groupOfState: Readonly<Record<StudentView['state'], StudentGroup>> = {
  planned: 'starting',
  waiting: 'starting',
  starting: 'starting',
  updating: 'starting',
  stopping: 'starting',
  deleting: 'starting',
  ready: 'ready',
  attention: 'ready',
  failed: 'failed',
  stopped: 'stopped',
  gone: 'not-deployed',
  'not-deployed': 'not-deployed',
  unknown: 'stopped',
  frozen: 'frozen',
};

/** The one group that a student counts in: who needs somebody counts there, whatever the machines do. */
export function groupOf({ state, attention }: StudentView): StudentGroup {
  if (state === 'not-deployed' || state === 'frozen') return state;
  if (attention === 'help' || attention === 'stuck') return 'help';
  if (attention === 'failed' || state === 'failed') return 'failed';
  if (attention === 'idle') return 'idle';
  return groupOfState[state];
}

/** How many are in each group. */
export function countGroups(students: readonly StudentView[]): ReadonlyMap<StudentGroup, number> {
  const counts = new Map<StudentGroup, number>();
  for (const student of students) {
    const group = groupOf(student);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
