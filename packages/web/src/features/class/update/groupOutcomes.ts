import type { RolloutPlanView } from '@labcast/api-client';
import { touchesLab } from '@labcast/domain';

export type Target = RolloutPlanView['targets'][number];
export type OutcomeGroup = 'new' | 'replace' | 'same' | 'touched';

/** What a group is called, and what it is asked. */
const groupOfOutcome = {
  new: 'new',
  replace: 'replace',
  same: 'same',
  keep: 'touched',
  'replace-kept': 'touched',
  script: 'touched',
} as const satisfies Record<Target['outcome'], OutcomeGroup>;

/** Students of an update plan by what happens to them; those whose work is touched first, since that has to be read. */
export function groupOutcomes(targets: readonly Target[]) {
  const groups = Map.groupBy(targets, ({ outcome }) => groupOfOutcome[outcome]);
  return (['touched', 'replace', 'new', 'same'] as const).flatMap((group) => {
    const members = groups.get(group);
    return members ? [{ group, targets: members }] : [];
  });
}

/** How many get something done to them. */
export function countUpdated(targets: readonly Target[]): number {
  return targets.filter(({ outcome }) => touchesLab(outcome)).length;
}
