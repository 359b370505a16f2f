import { planEnvironment } from '@labcast/domain';
import type { Environment, EnvironmentId } from '@labcast/store';
import { accountFor } from './reconcile/accountFor.ts';
import { carryOut } from './reconcile/carryOut.ts';
import type { ReconcileDeps } from './deps.ts';
import { desiredEnvironment } from './reconcile/desiredEnvironment.ts';
import { describeFailure } from './reconcile/failure.ts';
import type { Failure } from './reconcile/failure.ts';
import { observeEnvironment } from './observe/observeEnvironment.ts';
import { runPlan } from './reconcile/runPlan.ts';
import { reportTo } from './reconcile/statusReport.ts';

export type Outcome =
  /** As wanted, or nothing left of it. */
  | { readonly kind: 'settled' }
  /** Everything that was planned is done; look whether that made it so. */
  | { readonly kind: 'look-again' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * One pass towards what is wanted: look, plan, carry out. Safe to repeat, to interrupt and to run late. The caller holds
 * the environment's lock; `history` is what earlier passes of this generation came to.
 */
export async function reconcileEnvironment(
  id: EnvironmentId,
  history: { readonly attempts: number; readonly gaveUp: boolean; readonly lastFailure?: Failure },
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<Outcome> {
  const environment = await deps.store.getEnvironment(id);
  if (environment.removedAt) return { kind: 'settled' };
  const desired = await desiredEnvironment(environment, deps);
  const observed = await observeEnvironment(environment, desired, deps);
  await accountFor(environment, desired, observed, deps);
  const steps = planEnvironment(desired, observed);
  const report = reportTo(deps.store, environment, { desired, observed, history });
  if (steps.length === 0) {
    await (desired.wanted === 'absent' ? report.removed() : report.settled());
    return { kind: 'settled' };
  }
  if (history.gaveUp) {
    await report.gaveUp();
    return { kind: 'settled' };
  }
  const failures = await runPlan({
    steps,
    carryOut: (step) => carryOut(step, environment, deps, signal),
    signal,
    onProgress: report.progress,
    now: () => new Date(),
  });
  await report.flushed();
  const [first] = failures;
  if (!first || signal.aborted) return { kind: 'look-again' };
  const failure = describeFailure(first.error, first.step.title);
  await logFailure(environment, first.step.element, failure, deps);
  return { kind: 'failed', failure };
}

async function logFailure(
  environment: Environment,
  element: string | undefined,
  failure: Failure,
  deps: ReconcileDeps,
): Promise<void> {
  await deps.store.appendLog(environment.id, {
    level: failure.next === 'wait' ? 'warning' : 'error',
    message: [failure.message, failure.remedy].filter(Boolean).join(' '),
    ...(element !== undefined && { element }),
  });
}
