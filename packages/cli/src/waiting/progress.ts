import type { EnvironmentView } from '@labcast/api-client';
import { formatDuration, formatTime } from '../output/format.ts';
import { isDrawable, tell } from '../output/print.ts';
import { renderProgress, stepDuration, waitingReason } from './renderProgress.ts';

/** Shows how work goes on, on standard error: results alone go to standard output. */
export interface Progress {
  show(view: EnvironmentView): void;
  /** One line beside the steps. */
  note(text: string): void;
  /** Leaves the last picture standing. */
  end(): void;
}

const redrawMs = 200;
const reminderMs = 10_000;

/** Live steps on a terminal, a line for each change since `before` elsewhere, nothing with `--json`. */
export async function startProgress(before: EnvironmentView, json: boolean): Promise<Progress> {
  if (json) return { show: () => undefined, note: () => undefined, end: () => undefined };
  return isDrawable(process.stderr) ? startLiveProgress() : startPlainProgress(before);
}

async function startLiveProgress(): Promise<Progress> {
  const { createLogUpdate } = await import('log-update');
  const draw = createLogUpdate(process.stderr);
  const start = new Date();
  let last: EnvironmentView | undefined;
  const redraw = (): void => {
    if (last) draw(renderProgress(last, { start, now: new Date() }));
  };
  const timer = setInterval(redraw, redrawMs);
  return {
    show(view) {
      last = view;
      redraw();
    },
    note(text) {
      draw.clear();
      tell(text);
      redraw();
    },
    end() {
      clearInterval(timer);
      redraw();
      draw.done();
    },
  };
}

function startPlainProgress(before: EnvironmentView): Progress {
  const start = Date.now();
  // The steps of earlier work may still be shown: they are no news.
  const ended = before.status.steps.filter((step) => step.endedAt !== undefined);
  const told = new Map(ended.map((step) => [step.id, describeStep(step)]));
  let last: EnvironmentView | undefined;
  const line = (text: string): void => {
    tell(`[${formatTime(new Date())}] ${text}`);
    timer.refresh();
  };
  const timer = setInterval(() => {
    const reason = last === undefined ? undefined : currentReason(last);
    line(`${reason ?? 'Still waiting.'} (${formatDuration(Date.now() - start)} so far)`);
  }, reminderMs);
  return {
    show(view) {
      last = view;
      for (const step of view.status.steps) {
        const news = describeStep(step);
        if (news === undefined || told.get(step.id) === news) continue;
        told.set(step.id, news);
        line(news);
      }
      const reason = view.status.steps.length === 0 ? waitingReason(view) : undefined;
      if (reason !== undefined && told.get('') !== reason) {
        told.set('', reason);
        line(reason);
      }
    },
    note: line,
    end: () => clearInterval(timer),
  };
}

type Step = EnvironmentView['status']['steps'][number];

function describeStep(step: Step): string | undefined {
  if (step.state === 'done') {
    return `${step.title}: done (${stepDuration(step, new Date()) ?? formatDuration(0)})`;
  }
  if (step.state === 'failed') return `${step.title}: failed. ${step.message ?? ''}`.trimEnd();
  // A step that has not begun is news only when it says what it waits for.
  if (step.state === 'waiting' && step.message === undefined) return undefined;
  return step.message === undefined ? `${step.title}...` : `${step.title}: ${step.message}`;
}

function currentReason(view: EnvironmentView): string | undefined {
  const running = view.status.steps.find((step) => step.state === 'running');
  if (running) return describeStep(running);
  return waitingReason(view);
}
