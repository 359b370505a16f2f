import { setTimeout as sleep } from 'node:timers/promises';
import { decideRun } from '@labcast/domain';
import type { RunState, StageName } from '@labcast/domain';
import type { Run, RunId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { removeRehearsals } from './removeRehearsals.ts';
import { createRecord } from './runContext.ts';
import type { RunContext, StageEnd } from './runContext.ts';
import { forecast } from './stages/forecast.ts';
import { promote } from './stages/promote.ts';
import { rehearse } from './stages/rehearse.ts';
import { validate } from './stages/validate.ts';

const stages: Record<StageName, (context: RunContext) => Promise<StageEnd>> = {
  validate,
  forecast,
  rehearse,
  approve: ({ run }) =>
    Promise.resolve({ state: 'passed', message: `Approved by ${run.approvedBy ?? 'somebody'}.` }),
  promote,
};

/**
 * Brings a run from wherever it stands to its end, or to where it waits for somebody. Whoever is killed on the way leaves a
 * record from which the next one goes on: a stage that was broken off is done again, and meets what it made before.
 */
export async function carryOutRun(
  id: RunId,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store } = deps;
  const begun = await store.getRun(id);
  if (begun.endedAt) return;
  const isBrokenOff = begun.stages.some(
    ({ attempt, state }) => attempt === begun.attempt && state === 'running',
  );
  if (isBrokenOff) await store.saveRun(id, { resumed: true });
  const record = createRecord(begun, deps);
  for (;;) {
    signal.throwIfAborted();
    await cancelWithoutCheckpoint(begun, deps);
    const run = await store.getRun(id);
    const decision = decideRun({ ...run, stages: record.stages });
    if (decision.type === 'end') return end(run, decision.state, { record, deps, signal });
    if (decision.type === 'wait') {
      if (run.state !== 'waiting-approval') await store.saveRun(id, { state: 'waiting-approval' });
      return;
    }
    if (run.state !== 'running') await store.saveRun(id, { state: 'running' });
    await carryOutStage(decision.name, run, { record, deps, signal });
  }
}

interface Work {
  readonly record: ReturnType<typeof createRecord>;
  readonly deps: ReconcileDeps;
  readonly signal: AbortSignal;
}

async function carryOutStage(name: StageName, run: Run, work: Work): Promise<void> {
  const { record, deps, signal } = work;
  const { store, logger } = deps;
  const cancelled = new AbortController();
  const watching = watchForEnd(run, cancelled, work);
  const log: RunContext['log'] = (line, level = 'info') =>
    store.appendRunLog(run.id, [{ ...line, level, stage: name, attempt: run.attempt }]);
  const startedAt = record.get(name)?.startedAt ?? new Date().toISOString();
  await record.save(name, { state: 'running', startedAt });
  const context: RunContext = {
    run,
    checkpoint: await store.getCheckpoint(run.checkpointId),
    deps,
    signal: AbortSignal.any([signal, cancelled.signal]),
    save: (change) => record.save(name, change),
    stage: () => record.get(name) ?? { name, attempt: run.attempt, state: 'running' },
    log,
  };
  try {
    const result = await stages[name](context);
    await record.save(name, { ...result, endedAt: new Date().toISOString() });
    await log({ message: result.message ?? result.state }, levelOf(result.state));
  } catch (error) {
    signal.throwIfAborted();
    // What was being done is ended by the run's own end.
    if (cancelled.signal.aborted) return;
    const { message, next } = describeFailure(error, `Stage ${name}`);
    if (next === 'wait') throw error;
    logger.warn({ err: error, runId: run.id }, message);
    await log({ message }, 'error');
    await record.save(name, { state: 'failed', message, endedAt: new Date().toISOString() });
  } finally {
    cancelled.abort();
    await watching;
  }
}

function levelOf(state: StageEnd['state']): 'info' | 'error' {
  return state === 'passed' ? 'info' : 'error';
}

/** Ends the stage under way when somebody cancels the run, or deletes the lab. */
async function watchForEnd(run: Run, stage: AbortController, { deps }: Work): Promise<void> {
  const { signal } = stage;
  for (;;) {
    await sleep(deps.timings.followRun, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      await cancelWithoutCheckpoint(run, deps);
      const { cancelledBy } = await deps.store.getRun(run.id);
      if (cancelledBy !== undefined) stage.abort();
    } catch {
      // The database is away: the stage itself says so.
    }
  }
}

/** A checkpoint that a run needs goes only with all of its assignment. */
async function cancelWithoutCheckpoint(
  { id, checkpointId }: Run,
  { store }: ReconcileDeps,
): Promise<void> {
  const { isGoing, state } = await store.getCheckpoint(checkpointId);
  if (isGoing && state !== 'failed') await store.cancelRun(id, 'the deletion of the lab');
}

async function end(
  run: Run,
  state: Extract<RunState, 'passed' | 'failed' | 'cancelled'>,
  { record, deps, signal }: Work,
): Promise<void> {
  if (state === 'cancelled')
    for (const stage of record.stages)
      if (stage.attempt === run.attempt && stage.state === 'running')
        await record.save(stage.name, {
          state: 'cancelled',
          endedAt: new Date().toISOString(),
          message: `Cancelled by ${run.cancelledBy ?? 'somebody'}.`,
          ...(stage.copies && { copies: stage.copies.map(cancelCopy) }),
        });
  await removeRehearsals({ ...run, stages: record.stages }, deps, signal);
  await deps.store.saveRun(run.id, { state });
}

type Copy = NonNullable<Run['stages'][number]['copies']>[number];

function cancelCopy(copy: Copy): Copy {
  return ['passed', 'failed', 'kept'].includes(copy.state) ? copy : { ...copy, state: 'cancelled' };
}
