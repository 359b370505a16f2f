import { LabcastError } from '@labcast/domain';
import type { EnvironmentId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import type { Failure } from '../reconcile/failure.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { reconcileEnvironment } from '../reconcileEnvironment.ts';
import type { PassHistory } from './passHistory.ts';
import { afterFailure, freshHistory } from './passHistory.ts';

/** Even when nothing was heard: pods die without Incus noticing, and a message can be lost. */
const lookAgainMs = 60_000;
const otherProcessMs = 1_000;
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
    const failure = await pass(id, history, signal);
    if (signal.aborted) return 0;
    if (!failure) {
      if (!history.gaveUp) histories.delete(id);
      return spread(lookAgainMs);
    }
    const next = afterFailure(history, failure, environment.wanted === 'absent');
    histories.set(id, next.history);
    return next.againInMs;
  };

  const pass = async (
    id: EnvironmentId,
    history: PassHistory,
    signal: AbortSignal,
  ): Promise<Failure | undefined> => {
    for (let count = 0; count < passesUntilFailure; count++) {
      const outcome = await reconcileEnvironment(id, history, deps, signal);
      if (outcome.kind === 'failed') return outcome.failure;
      if (outcome.kind === 'settled' || signal.aborted) return undefined;
    }
    return describeFailure(
      new LabcastError(
        'step-failed',
        'The lab does not stay as it is made: something else changes it.',
        {
          repeatable: true,
        },
      ),
      'Bring the lab to what is wanted',
    );
  };

  return async (id, signal) => {
    try {
      const lock = await deps.store.lockEnvironment(id);
      if (!lock) return otherProcessMs;
      try {
        return await attempt(id, signal);
      } finally {
        await lock.release();
      }
    } catch (error) {
      // Database, Incus or the host helper are away, or this is a bug: either way the environment is looked at again.
      const failure = describeFailure(error, 'Look at the lab');
      deps.logger[failure.next === 'wait' ? 'warn' : 'error'](
        { err: error, environmentId: id },
        failure.message,
      );
      return afterFailure(freshHistory(0), { ...failure, next: 'wait' }, false).againInMs;
    }
  };
}

/** Not all at once, so that a class of labs does not wake up together. */
function spread(milliseconds: number): number {
  return milliseconds * (0.75 + Math.random() / 2);
}
