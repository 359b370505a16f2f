import { planEnvironment, stepKind } from '@labcast/domain';
import type { Environment, EnvironmentId } from '@labcast/store';
import { accountFor } from './reconcile/accountFor.ts';
import { carryOut } from './reconcile/carryOut.ts';
import type { ReconcileDeps } from './deps.ts';
import { desiredEnvironment } from './reconcile/desiredEnvironment.ts';
import { describeFailure } from './reconcile/failure.ts';
import type { Failure } from './reconcile/failure.ts';
import { observeEnvironment } from './observe/observeEnvironment.ts';
import { noteOutsideChanges } from './reconcile/noteOutsideChanges.ts';
import { runPlan } from './reconcile/runPlan.ts';
import { removeSharingIds } from './reconcile/removeSharingIds.ts';
import { reportTo } from './reconcile/statusReport.ts';
import type { StepTime } from './reconcile/usualTimes.ts';

export type Outcome =
  /** As wanted, or nothing left of it. */
  | { readonly kind: 'settled' }
  /** Not as wanted, and nothing is tried any more until a person wants something else. */
  | { readonly kind: 'left-alone' }
  /** Everything that was planned is done; look whether that made it so. */
  | { readonly kind: 'look-again' }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface History {
  readonly attempts: number;
  readonly gaveUp: boolean;
  readonly lastFailure?: Failure;
}

/**
 * One pass towards what is wanted: look, plan, carry out. Safe to repeat, to interrupt and to run late. The caller holds
 * the environment's lock; `history` is what earlier passes of this generation came to. Throws only when the environment
 * cannot be read from the database.
 */
export async function reconcileEnvironment(
  id: EnvironmentId,
  history: History,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<Outcome> {
  const environment = await deps.store.getEnvironment(id);
  if (environment.removedAt) return { kind: 'settled' };
  try {
    return await makeAsWanted(environment, history, deps, signal);
  } catch (error) {
    return fail([{ error, doing: 'Look at the lab' }], environment, history, deps);
  }
}

async function makeAsWanted(
  environment: Environment,
  history: History,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<Outcome> {
  const desired = await desiredEnvironment(environment, deps);
  const found = await observeEnvironment(environment, desired, deps);
  const observed = await removeSharingIds(environment, found, deps);
  const losses = await accountFor(environment, desired, observed, deps);
  const changes = await noteOutsideChanges(environment, desired, observed, deps);
  const outsideChanges = [...losses, ...changes];
  const steps = planEnvironment(desired, observed);
  const report = reportTo(deps.store, environment, { desired, observed, history, outsideChanges });
  if (steps.length === 0) {
    await (desired.wanted === 'absent' ? report.removed() : report.settled());
    return { kind: 'settled' };
  }
  if (history.gaveUp) {
    await report.gaveUp();
    return { kind: 'left-alone' };
  }
  await deps.usualTimes.refresh();
  const times: StepTime[] = [];
  const failures = await runPlan({
    steps,
    carryOut: (step, tellPlace) => carryOut(step, environment, deps, { signal, tellPlace }),
    signal,
    onProgress: report.progress,
    onDone(step, milliseconds) {
      const kind = stepKind(step, desired);
      if (kind !== undefined) times.push({ kind, milliseconds });
    },
    usual: (step) => deps.usualTimes.find(stepKind(step, desired)),
    now: () => new Date(),
  });
  await report.flushed();
  await deps.usualTimes.record(times);
  if (failures.length === 0 || signal.aborted) return { kind: 'look-again' };
  const told = failures.map(({ error, step: { title, element } }) => ({
    error,
    doing: title,
    element,
  }));
  return fail(told, environment, history, deps);
}

/** Writes down what went wrong, but not again and again that somebody is away. The first failure decides what comes next. */
async function fail(
  errors: readonly { error: unknown; doing: string; element?: string | undefined }[],
  environment: Environment,
  { lastFailure }: History,
  { store, logger }: ReconcileDeps,
): Promise<Outcome> {
  const failures = errors.map(({ error, doing, element }) => {
    const failure = describeFailure(error, doing);
    logger.warn({ err: error, environmentId: environment.id, element }, failure.message);
    return { failure, element };
  });
  const [first] = failures;
  if (!first) return { kind: 'look-again' };
  const known = new Set(lastFailure?.next === 'wait' ? [lastFailure.message] : []);
  for (const { failure, element } of failures) {
    const message = [failure.message, failure.remedy].filter(Boolean).join(' ');
    if (known.has(failure.message)) continue;
    known.add(failure.message);
    await store.appendLog(environment.id, {
      level: failure.next === 'wait' ? 'warning' : 'error',
      message,
      ...(element !== undefined && { element }),
    });
  }
  return { kind: 'failed', failure: first.failure };
}
