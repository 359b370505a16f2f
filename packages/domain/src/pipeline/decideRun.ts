import { stageNames } from './run.ts';
import type { RunStage, RunState, StageName } from './run.ts';

/** What is known of a run, as far as it decides what comes next. */
export interface RunRecord {
  readonly stages: readonly RunStage[];
  readonly attempt: number;
  readonly firstAttempt: number;
  readonly approve: boolean;
  readonly promote: boolean;
  readonly approvedBy?: string | undefined;
  readonly cancelledBy?: string | undefined;
}

export type RunDecision =
  | { readonly type: 'stage'; readonly name: StageName }
  /** For somebody's approval. */
  | { readonly type: 'wait' }
  | { readonly type: 'end'; readonly state: Extract<RunState, 'passed' | 'failed' | 'cancelled'> };

/** What comes next in a run, by what is recorded of its stages. A stage that was broken off is done again. */
export function decideRun(run: RunRecord): RunDecision {
  if (run.cancelledBy !== undefined) return { type: 'end', state: 'cancelled' };
  const now = run.stages.filter(({ attempt }) => attempt === run.attempt);
  if (now.some(({ state }) => state === 'failed')) return { type: 'end', state: 'failed' };
  const name = stagesOf(run).find((stage) => !hasPassed(run, stage));
  if (name === undefined) return { type: 'end', state: 'passed' };
  if (name === 'approve' && run.approvedBy === undefined) return { type: 'wait' };
  return { type: 'stage', name };
}

/** Those that a run with these wishes goes through. */
export function stagesOf({ approve, promote }: Pick<RunRecord, 'approve' | 'promote'>) {
  return stageNames.filter((name) => {
    if (name === 'approve') return approve && promote;
    return name !== 'promote' || promote;
  });
}

function hasPassed({ stages, firstAttempt }: RunRecord, name: StageName): boolean {
  return stages.some(
    (stage) => stage.name === name && stage.attempt >= firstAttempt && stage.state === 'passed',
  );
}
