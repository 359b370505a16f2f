import type { EnvironmentView } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { environmentName, parseEnvironmentName } from '../environmentName.ts';
import { exitCodes } from '../exitCodes.ts';
import { formatAge, formatTime } from '../output/format.ts';
import { isDrawable, print, printJson, printJsonLine, tell } from '../output/print.ts';
import { renderStatus } from '../output/renderStatus.ts';
import { formatState } from '../output/style.ts';
import { untilInterrupted } from '../untilInterrupted.ts';
import { followEnvironment } from '../waiting/followEnvironment.ts';
import { waitingReason } from '../waiting/renderProgress.ts';

export function statusCommand(context: Context): Command {
  return define({
    name: 'status',
    summary: 'what an environment does, and why it waits',
    description:
      'Shows the state of one environment: its elements with their addresses, the steps that go on, and what went wrong. ' +
      'Of one that was removed it says since when, with exit code 3.',
    examples: [
      ['labcast status webserver', 'its dev environment, now'],
      ['labcast status webserver --watch', 'until Ctrl-C'],
      ['labcast status webserver/dev --watch --json', 'one JSON document per line and change'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .option('-w, --watch', 'go on showing changes until Ctrl-C')
    .action(async (text: string, options: { watch?: boolean }) => {
      const name = parseEnvironmentName(text);
      const client = await context.connect();
      if (options.watch) {
        const show = await startShow(context.json);
        await untilInterrupted((signal) => followEnvironment(client, name, show, signal));
        return;
      }
      const view = await client.environment(name.assignment, name.environment);
      if (context.json) printJson(view);
      else print(describeOnce(view));
      if (view.removedAt !== undefined) process.exitCode = exitCodes.notThere;
    });
}

function describeOnce(view: EnvironmentView): string {
  const now = new Date();
  if (view.removedAt === undefined) return renderStatus(view, now);
  const name = environmentName(view);
  return (
    `${formatState('gone')}  ${name} was removed ${formatAge(view.removedAt, now)}.\n` +
    `See the proof: labcast receipt ${view.assignment}`
  );
}

/** JSON lines, one picture drawn in place on a terminal, or a line for each change elsewhere. */
async function startShow(json: boolean) {
  if (json) return { view: once(printJsonLine) };
  const away = (): void => tell('The server does not answer, trying again.');
  const back = (): void => tell('The server answers again.');
  if (!isDrawable(process.stdout)) return { view: once(printChange), away, back };
  const { createLogUpdate } = await import('log-update');
  const draw = createLogUpdate(process.stdout);
  return { view: (view: EnvironmentView) => draw(describeOnce(view)), away, back };
}

/** Leaves out what does not differ from the one before. */
function once(show: (view: EnvironmentView) => void): (view: EnvironmentView) => void {
  let last = '';
  return (view) => {
    const text = JSON.stringify(view);
    if (text !== last) show(view);
    last = text;
  };
}

function printChange(view: EnvironmentView): void {
  const running = view.status.steps.filter((step) => step.state === 'running');
  const queued = view.status.steps.find((step) => step.place !== undefined);
  const doing =
    running.length > 0
      ? running.map((step) => step.title).join(', ')
      : (queued?.message ?? waitingReason(view));
  const what = doing === undefined || view.settled ? '' : `: ${doing}`;
  print(`${formatTime(new Date())}  ${formatState(view.status.state)}${what}`);
}
