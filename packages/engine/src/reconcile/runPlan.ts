import type { Step, StepStatus } from '@labcast/domain';

export interface PlanRun {
  readonly steps: readonly Step[];
  /** Throws when the step did not work out. */
  readonly carryOut: (step: Step) => Promise<void>;
  /** Once aborted no further step begins; the one under way decides for itself. */
  readonly signal: AbortSignal;
  /** Called with the whole list after every change. */
  readonly onProgress: (steps: readonly StepStatus[]) => void;
  readonly now: () => Date;
}

export interface StepFailure {
  readonly step: Step;
  readonly error: unknown;
}

/** Carries out a plan: each step as soon as what it needs is done, the rest goes on when one fails. Never throws. */
export async function runPlan(run: PlanRun): Promise<StepFailure[]> {
  const statuses = new Map<string, StepStatus>(
    run.steps.map(({ id, title, element }) => [
      id,
      { id, title, state: 'waiting', ...(element !== undefined && { element }) },
    ]),
  );
  const failures: StepFailure[] = [];
  const done = new Map<string, Promise<boolean>>();
  const change = (step: Step, fields: Partial<StepStatus>): void => {
    const before = statuses.get(step.id);
    if (before) statuses.set(step.id, { ...before, ...fields });
    run.onProgress([...statuses.values()]);
  };

  const perform = async (step: Step): Promise<boolean> => {
    const needs = await Promise.all(step.needs.map((id) => done.get(id) ?? Promise.resolve(true)));
    if (needs.includes(false) || run.signal.aborted) return false;
    change(step, { state: 'running', startedAt: run.now().toISOString() });
    try {
      await run.carryOut(step);
      change(step, { state: 'done', endedAt: run.now().toISOString() });
      return true;
    } catch (error) {
      failures.push({ step, error });
      const message = error instanceof Error ? error.message : String(error);
      change(step, { state: 'failed', endedAt: run.now().toISOString(), message });
      return false;
    }
  };

  // A plan names what a step needs before the step itself, so every promise that is looked up is there.
  for (const step of run.steps) done.set(step.id, perform(step));
  await Promise.all(done.values());
  return failures;
}
