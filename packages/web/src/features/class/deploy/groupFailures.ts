import type { RolloutView } from '@labcast/api-client';

export interface FailureGroup {
  readonly cause: string;
  /** As the first of them says it, for people. */
  readonly reason: string;
  /** Whether others of them say it in other words, such as with other numbers. */
  readonly isExample: boolean;
  /** Environments, in order. */
  readonly environments: readonly string[];
}

/** Failures of a rollout by their cause, the most frequent first: ten with a full disk are one thing to mend. */
export function groupFailures(targets: RolloutView['targets']): FailureGroup[] {
  const failed = targets.filter(({ state }) => state === 'failed');
  const groups = Map.groupBy(failed, ({ cause, error }) => cause ?? error ?? '');
  return [...groups]
    .map(([cause, members]) => ({
      cause,
      reason: members[0]?.error ?? cause,
      isExample: members.some(({ error }) => error !== members[0]?.error),
      environments: members
        .map(({ environment }) => environment)
        .toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true })),
    }))
    .toSorted((a, b) => b.environments.length - a.environments.length);
}
