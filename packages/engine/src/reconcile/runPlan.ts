import type { Step, StepStatus, UsualTime } from '@labcast/domain';
import { ordinal } from '@labcast/domain';
import { describeFailure } from './failure.ts';

export interface PlanRun {
  readonly steps: readonly Step[];
  /** Throws when the step did not work out. Tells its place in a queue while it waits there, and undefined when it is its turn. */
  readonly carryOut: (step: Step, tellPlace: (place: number | undefined) => void) => Promise<void>;
  /** Once aborted no further step begins; the one under way decides for itself. */
  readonly signal: AbortSignal;
  /** Called with the whole list after every change. */
  readonly onProgress: (steps: readonly StepStatus[]) => void;
  /** How long it took, without its time in the queue. */
  readonly onDone?: (step: Step, milliseconds: number) => void;
  readonly usual?: (step: Step) => UsualTime | undefined;
  readonly now: () => Date;
}

export interface StepFailure {
  readonly step: Step;
  readonly error: unknown;
}

/** Carries out a plan: each step as soon as what it needs is done, the rest goes on when one fails. Never throws. */
export async function runPlan(run: PlanRun): Promise<StepFailure[]> {
  const statuses = new Map<string, StepStatus>();
  const failures: StepFailure[] = [];
  const done = new Map<string, Promise<boolean>>();
  const show = (step: Step, fields: Omit<StepStatus, 'id' | 'title'>): void => {
    const { id, title, element } = step;
    const usual = run.usual?.(step);
    statuses.set(id, {
      id,
      title,
      ...(element !== undefined && { element }),
      ...(usual && { usual }),
      ...fields,
    });
  };
  const change: typeof show = (step, fields) => {
    show(step, fields);
    run.onProgress([...statuses.values()]);
  };

  const perform = async (step: Step): Promise<boolean> => {
    const needs = await Promise.all(step.needs.map((id) => done.get(id) ?? Promise.resolve(true)));
    if (needs.includes(false) || run.signal.aborted) return false;
    let startedAt = run.now();
    const begin = (): void => {
      startedAt = run.now();
      change(step, { state: 'running', startedAt: startedAt.toISOString() });
    };
    const times = () => ({
      startedAt: startedAt.toISOString(),
      endedAt: run.now().toISOString(),
    });
    begin();
    try {
      await run.carryOut(step, (place) => {
        if (place === undefined) begin();
        else change(step, { state: 'waiting', place, message: waitingFor(place) });
      });
      change(step, { state: 'done', ...times() });
      run.onDone?.(step, run.now().getTime() - startedAt.getTime());
      return true;
    } catch (error) {
      failures.push({ step, error });
      const message = error instanceof Error ? error.message : String(error);
      const { remedy } = describeFailure(error, step.title);
      change(step, {
        state: 'failed',
        ...times(),
        message,
        ...(remedy !== undefined && { remedy }),
      });
      return false;
    }
  };

  for (const step of run.steps) show(step, { state: 'waiting' });
  // A plan names what a step needs before the step itself, so every promise that is looked up is there.
  for (const step of run.steps) done.set(step.id, perform(step));
  await Promise.all(done.values());
  return failures;
}

function waitingFor(place: number): string {
  return `The server is busy with other labs: ${ordinal(place)} in the queue.`;
}
