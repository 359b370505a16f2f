import type { Failure } from '../reconcile/failure.ts';
import type { EngineTimings } from '../timings.ts';

export interface PassHistory {
  /** The wish that these attempts were about; a new one begins anew. */
  readonly generation: number;
  readonly attempts: number;
  readonly gaveUp: boolean;
  readonly lastFailure?: Failure;
}

/** After about a minute of trying a person should look; a removal is never given up. */
const attemptsUntilGivingUp = 6;

type Waits = Pick<EngineTimings, 'firstRetry' | 'longestRetry' | 'waitForNeighbour' | 'lookAgain'>;

export function freshHistory(generation: number): PassHistory {
  return { generation, attempts: 0, gaveUp: false };
}

/** What comes after a failed pass: the history to go on with, and when to try again. */
export function afterFailure(
  history: PassHistory,
  failure: Failure,
  isRemoval: boolean,
  waits: Waits,
): { readonly history: PassHistory; readonly againInMs: number } {
  // The reason for giving up stays the one that a person has to do something about.
  if (history.gaveUp)
    return {
      history,
      againInMs: failure.next === 'wait' ? waits.waitForNeighbour : waits.lookAgain,
    };
  if (failure.next === 'wait')
    return { history: { ...history, lastFailure: failure }, againInMs: waits.waitForNeighbour };
  const attempts = history.attempts + 1;
  const isHopeless = failure.next === 'give-up' || attempts >= attemptsUntilGivingUp;
  const gaveUp = isHopeless && !isRemoval;
  return {
    history: { ...history, attempts, gaveUp, lastFailure: failure },
    againInMs: gaveUp ? 0 : Math.min(waits.longestRetry, waits.firstRetry * 2 ** (attempts - 1)),
  };
}
