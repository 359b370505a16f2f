import { copyStates, runStates, stageNames, stageStates } from '@labcast/domain';
import type { CheckResult, RehearsedCopy, RunStage } from '@labcast/domain';
import type { Run, RunLogLine } from '@labcast/store';
import { z } from 'zod';
import { forecastView, toForecastView } from './forecast.ts';
import { problem } from './problem.ts';

const moment = z.iso.datetime();

const checkResultView = z
  .object({
    name: z.string(),
    on: z.string(),
    passed: z.boolean(),
    at: z.string(),
    exitCode: z.number().int().optional().describe('Absent when it did not end by itself.'),
    output: z.string().describe('The beginning of it.'),
    expected: z.string().describe('In words.'),
    milliseconds: z.number(),
  })
  .meta({ id: 'CheckResult' });

const copyView = z.object({
  number: z.number().int(),
  environment: z.string(),
  state: z.enum(copyStates),
  checks: z.array(checkResultView).describe('On the untouched lab.'),
  solvedChecks: z.array(checkResultView).optional().describe('On the solved lab.'),
  readyMs: z.number().optional().describe('From the wish to a ready lab.'),
  memoryBytes: z.number().optional(),
  diskBytes: z.number().optional(),
  error: z.string().optional(),
  keptUntil: z.string().optional().describe('Until when a failed one stays.'),
});

const stageView = z.object({
  name: z.enum(stageNames),
  attempt: z.number().int(),
  state: z.enum(stageStates),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  message: z.string().optional(),
  usualMs: z.number().optional().describe('How long it took in earlier runs.'),
  problems: z.array(problem).optional(),
  forecast: forecastView.optional(),
  copies: z.array(copyView).optional(),
});

export const runView = z
  .object({
    number: z.number().int(),
    checkpoint: z.number().int(),
    state: z.enum(runStates),
    queuedAfter: z.number().int().optional().describe('The run that has to end first.'),
    requestedBy: z.string(),
    approvedBy: z.string().optional(),
    cancelledBy: z.string().optional(),
    note: z.string(),
    createdAt: moment,
    startedAt: moment.optional(),
    endedAt: moment.optional(),
    students: z.number().int(),
    copies: z.number().int(),
    approve: z.boolean(),
    promote: z.boolean(),
    attempt: z.number().int(),
    resumed: z.boolean().optional().describe('It was gone on with after the server had stopped.'),
    stages: z.array(stageView).describe('Of all attempts; those to come are `waiting`.'),
    release: z.number().int().optional().describe('That it made.'),
  })
  .meta({ id: 'Run' });

export type RunView = z.output<typeof runView>;

/** `others` are runs of the same assignment, newest first. */
export function toRunView(run: Run, others: readonly Run[]): RunView {
  const { number, checkpointNumber, state, students, copies, approve, promote, attempt } = run;
  const before = others.filter((other) => !other.endedAt && other.number < number);
  const queuedAfter = state === 'queued' ? before[0]?.number : undefined;
  return {
    number,
    checkpoint: checkpointNumber,
    state,
    ...(queuedAfter !== undefined && { queuedAfter }),
    requestedBy: run.requestedBy,
    ...(run.approvedBy !== undefined && { approvedBy: run.approvedBy }),
    ...(run.cancelledBy !== undefined && { cancelledBy: run.cancelledBy }),
    note: run.note,
    createdAt: run.createdAt.toISOString(),
    ...(run.startedAt && { startedAt: run.startedAt.toISOString() }),
    ...(run.endedAt && { endedAt: run.endedAt.toISOString() }),
    ...{ students, copies, approve, promote, attempt },
    ...(run.resumed && { resumed: true }),
    stages: [...run.stages, ...stagesToCome(run)].map((stage) => toStageView(stage, others)),
    ...(run.release !== undefined && { release: run.release }),
  };
}

function stagesToCome(run: Run): RunStage[] {
  if (run.endedAt) return [];
  const begun = new Set(
    run.stages
      .filter(({ attempt, state }) => {
        return attempt === run.attempt || (attempt >= run.firstAttempt && state === 'passed');
      })
      .map(({ name }) => name),
  );
  return stageNames
    .filter((name) => !begun.has(name))
    .filter((name) => name !== 'approve' || (run.approve && run.promote))
    .filter((name) => name !== 'promote' || run.promote)
    .map((name) => ({ name, attempt: run.attempt, state: 'waiting' }));
}

function toStageView(stage: RunStage, others: readonly Run[]): RunView['stages'][number] {
  const { problems, forecast, copies, ...rest } = stage;
  const usualMs = usualTime(stage.name, others);
  return {
    ...rest,
    ...(usualMs !== undefined && { usualMs }),
    ...(problems && { problems: [...problems] }),
    ...(forecast && { forecast: toForecastView(forecast, forecast) }),
    ...(copies && { copies: copies.map(toCopyView) }),
  };
}

function toCopyView({ checks, solvedChecks, ...copy }: RehearsedCopy) {
  return {
    ...copy,
    checks: checks.map(toCheckResultView),
    ...(solvedChecks && { solvedChecks: solvedChecks.map(toCheckResultView) }),
  };
}

function toCheckResultView(result: CheckResult): z.output<typeof checkResultView> {
  return { ...result };
}

/** The median of those that passed. */
function usualTime(name: RunStage['name'], runs: readonly Run[]): number | undefined {
  const times = runs
    .flatMap(({ stages }) => stages)
    .filter((stage) => stage.name === name && stage.state === 'passed')
    .map(({ startedAt, endedAt }) => Date.parse(endedAt ?? '') - Date.parse(startedAt ?? ''))
    .filter((time) => Number.isFinite(time))
    .toSorted((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

export const runLogLine = z
  .object({
    id: z.string(),
    at: moment,
    stage: z.enum(stageNames),
    attempt: z.number().int(),
    copy: z.number().int().optional(),
    element: z.string().optional(),
    level: z.enum(['info', 'warning', 'error']),
    message: z.string(),
  })
  .meta({ id: 'RunLogLine' });

export function toRunLogLine(line: RunLogLine): z.output<typeof runLogLine> {
  return { ...line, at: line.at.toISOString() };
}
