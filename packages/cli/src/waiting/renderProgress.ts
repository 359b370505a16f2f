import type { EnvironmentView } from '@labcast/api-client';
import { environmentName } from '../environmentName.ts';
import { formatDuration } from '../output/format.ts';
import type { Style } from '../output/style.ts';
import { formatState, paint } from '../output/style.ts';

type Step = EnvironmentView['status']['steps'][number];

const marks: Readonly<Record<Step['state'], readonly [symbol: string, style: Style]>> = {
  waiting: ['○', 'dim'],
  running: ['▶', 'cyan'],
  done: ['✔', 'green'],
  failed: ['✖', 'red'],
};

/** Why it is not ready, when no step says so. */
export function waitingReason(view: EnvironmentView): string | undefined {
  return view.status.conditions.find((condition) => condition.status !== 'true')?.message;
}

/** The whole list for a terminal: drawn again and again in the same place. */
export function renderProgress(view: EnvironmentView, times: { start: Date; now: Date }): string {
  const spent = formatDuration(times.now.getTime() - times.start.getTime());
  const head = `${formatState(view.status.state, process.stderr)}  ${environmentName(view)}  ${dim(spent)}`;
  const steps = view.status.steps.map((step) => `  ${renderStep(step, times.now)}`);
  const isBusy = view.status.steps.some((step) => step.state === 'running');
  const reason = isBusy || view.settled ? undefined : waitingReason(view);
  return [head, ...steps, ...(reason === undefined ? [] : [`  ${dim(reason)}`])].join('\n');
}

function renderStep(step: Step, now: Date): string {
  const [symbol, style] = marks[step.state];
  const time = stepDuration(step, now);
  const usual = usualDuration(step);
  return [
    paint(style, symbol, process.stderr),
    step.title,
    ...(time === undefined ? [] : [dim(time)]),
    ...(usual === undefined ? [] : [dim(usual)]),
    ...(step.message === undefined || step.state === 'done' ? [] : [dim(step.message)]),
  ]
    .join('  ')
    .replace('  ', ' ');
}

/** Undefined before it started. */
export function stepDuration(step: Step, now: Date): string | undefined {
  if (step.startedAt === undefined) return undefined;
  const end = step.endedAt === undefined ? now.getTime() : Date.parse(step.endedAt);
  return formatDuration(end - Date.parse(step.startedAt));
}

/** Only of what is going on: how long it may still take. */
function usualDuration({ state, usual }: Step): string | undefined {
  if (state !== 'running' || !usual) return undefined;
  const [median, most] = [formatDuration(usual.medianMs), formatDuration(usual.p90Ms)];
  return median === most ? `usually ${median}` : `usually ${median}, seldom over ${most}`;
}

function dim(text: string): string {
  return paint('dim', text, process.stderr);
}
