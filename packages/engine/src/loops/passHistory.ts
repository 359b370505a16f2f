import type { Failure } from '../reconcile/failure.ts';

export interface PassHistory {
  /** The wish that these attempts were about; a new one begins anew. */
  readonly generation: number;
  readonly attempts: number;
  readonly gaveUp: boolean;
  readonly lastFailure?: Failure;
}

/** After about a minute of trying a person should look; a removal is never given up. */
const attemptsUntilGivingUp = 6;
const longestWaitMs = 30_000;
const waitForNeighbourMs = 2_000;

export function freshHistory(generation: number): PassHistory {
  return { generation, attempts: 0, gaveUp: false };
}

/** What comes after a failed pass: the history to go on with, and when to try again. */
export function afterFailure(
  history: PassHistory,
  failure: Failure,
  isRemoval: boolean,
): { readonly history: PassHistory; readonly againInMs: number } {
  if (failure.next === 'wait')
    return { history: { ...history, lastFailure: failure }, againInMs: waitForNeighbourMs };
  const attempts = history.attempts + 1;
  const isHopeless = failure.next === 'give-up' || attempts >= attemptsUntilGivingUp;
  const gaveUp = isHopeless && !isRemoval;
  return {
    history: { ...history, attempts, gaveUp, lastFailure: failure },
    againInMs: gaveUp ? 0 : Math.min(longestWaitMs, 1_000 * 2 ** (attempts - 1)),
  };
}
