import type { Run, RunStage } from '@labcast/api-client';
import { stageNames, type StageName } from '../../../routes/parsePipelineSearch.ts';

/** All attempts of one stage, the newest last. */
export interface StageAttempts {
  readonly name: StageName;
  readonly attempts: readonly RunStage[];
  /** The newest, or what is still to come. */
  readonly last: RunStage | undefined;
}

/** The five stages in order, each with its attempts: earlier ones stay readable. */
export function listStages({ stages }: Pick<Run, 'stages'>): StageAttempts[] {
  return stageNames.map((name) => {
    const attempts = stages
      .filter((stage) => stage.name === name)
      .toSorted((a, b) => a.attempt - b.attempt);
    return { name, attempts, last: attempts.at(-1) };
  });
}

/** What a run did not come to was left out of it when it passed; when it ended before, nothing waits any more. */
export function shownState(
  { last }: Pick<StageAttempts, 'last'>,
  { state }: Pick<Run, 'state'>,
): RunStage['state'] | 'not-reached' {
  const own = last?.state ?? 'waiting';
  if (own !== 'waiting') return own;
  if (state === 'passed') return 'skipped';
  return state === 'failed' || state === 'cancelled' ? 'not-reached' : own;
}

/** The stage to look at when none is asked for: what failed, what is under way, else the last that did something. */
export function presentStage(run: Pick<Run, 'stages'>): StageName {
  const stages = listStages(run);
  const by = (...states: RunStage['state'][]) =>
    stages.findLast(({ last }) => last && states.includes(last.state))?.name;
  return by('failed') ?? by('running') ?? by('cancelled') ?? by('passed') ?? 'validate';
}

/** Where a run that did not pass would begin again; undefined when nothing failed. */
export function failedStage(run: Pick<Run, 'stages'>): StageName | undefined {
  return listStages(run).find(({ last }) => last?.state === 'failed' || last?.state === 'cancelled')
    ?.name;
}

/** How long a stage took or takes, in milliseconds; undefined before it began. */
export function stageTime({ startedAt, endedAt }: RunStage, now: number): number | undefined {
  if (startedAt === undefined) return undefined;
  return (endedAt === undefined ? now : Date.parse(endedAt)) - Date.parse(startedAt);
}

/** How much longer a run takes, from the usual times of what is to come; undefined without a history. */
export function timeLeft(run: Pick<Run, 'stages'>, now: number): number | undefined {
  const open = listStages(run).flatMap(({ last }) =>
    last && (last.state === 'waiting' || last.state === 'running') && last.name !== 'approve'
      ? [last]
      : [],
  );
  if (open.length === 0 || open.some(({ usualMs }) => usualMs === undefined)) return undefined;
  return open.reduce(
    (sum, stage) => sum + Math.max(0, (stage.usualMs ?? 0) - (stageTime(stage, now) ?? 0)),
    0,
  );
}
