import { LabcastError } from '@labcast/domain';
import type { EnvironmentId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { reportTrouble } from '../reconcile/statusReport.ts';
import type { Outcome } from '../reconcileEnvironment.ts';
import { reconcileEnvironment } from '../reconcileEnvironment.ts';
import type { PassHistory } from './passHistory.ts';
import { afterFailure, freshHistory } from './passHistory.ts';

/** A plan that never ends is a bug or somebody who undoes it; it must not burn the host. */
const passesUntilFailure = 6;

/** Returns the work of the queue: brings one environment to where it is wanted, and says when to look again. */
export function createReconcileLoop(
  deps: ReconcileDeps,
): (id: EnvironmentId, signal: AbortSignal) => Promise<number | undefined> {
  const histories = new Map<EnvironmentId, PassHistory>();

  const attempt = async (id: EnvironmentId, signal: AbortSignal): Promise<number | undefined> => {
    const environment = await deps.store.getEnvironment(id);
    if (environment.removedAt) {
      histories.delete(id);
      return undefined;
    }
    const known = histories.get(id);
    const history =
      known?.generation === environment.generation ? known : freshHistory(environment.generation);
    const outcome = await pass(id, history, signal);
    if (signal.aborted) return 0;
    if (outcome.kind !== 'failed') {
      if (outcome.kind === 'settled') histories.delete(id);
      return spread(deps.timings.lookAgain);
    }
    const isRemoval = environment.wanted === 'absent';
    const next = afterFailure(history, outcome.failure, isRemoval, deps.timings);
    histories.set(id, next.history);
    if (!history.gaveUp) await reportTrouble(id, next.history, deps);
    return next.againInMs;
  };

  const pass = async (
    id: EnvironmentId,
    history: PassHistory,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    for (let count = 0; count < passesUntilFailure; count++) {
      const outcome = await reconcileEnvironment(id, history, deps, signal);
      if (outcome.kind !== 'look-again' || signal.aborted) return outcome;
    }
    const message = 'The lab does not stay as it is made: something else changes it.';
    const error = new LabcastError('step-failed', message, { repeatable: true });
    return { kind: 'failed', failure: describeFailure(error, 'Bring the lab to what is wanted') };
  };

  return async (id, signal) => {
    try {
      const lock = await deps.store.lockEnvironment(id);
      if (!lock) return deps.timings.otherProcess;
      try {
        // Once it is lost, another process may be at work on the same.
        return await attempt(id, AbortSignal.any([signal, lock.lost]));
      } finally {
        await lock.release();
      }
    } catch (error) {
      // The database is away, or this is a bug: either way the environment is looked at again.
      const failure = describeFailure(error, 'Look at the lab');
      deps.logger[failure.next === 'wait' ? 'warn' : 'error'](
        { err: error, environmentId: id },
        failure.message,
      );
      return deps.timings.waitForNeighbour;
    }
  };
}

/** Not all at once, so that a class of labs does not wake up together. */
function spread(milliseconds: number): number {
  return milliseconds * (0.75 + Math.random() / 2);
}
