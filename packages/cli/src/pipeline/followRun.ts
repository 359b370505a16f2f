import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, Run } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { printJson, print, tell } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

const pollMs = 400;

/** Follows a run to its end, and shows where it stands then. Throws `step-failed`. */
export async function followRun(
  context: Context,
  client: ApiClient,
  about: { assignment: string; run: Run },
): Promise<void> {
  finishRun(context, about.assignment, await watchRun(client, about));
}

/** Tells each line of a run's log as it comes, until it ends or waits for an approval. */
export async function watchRun(
  client: ApiClient,
  { assignment, run: first }: { assignment: string; run: Run },
): Promise<Run> {
  let run = first;
  let after: string | undefined;
  for (;;) {
    run = await client.run(assignment, run.number);
    const { lines } = await client.runLog(assignment, run.number, after);
    after = lines.at(-1)?.id ?? after;
    for (const { stage, copy, message } of lines)
      tell(`${stage}${copy === undefined ? '' : ` ${String(copy)}`}: ${message}`);
    const isOver = run.endedAt !== undefined || run.state === 'waiting-approval';
    if (isOver && lines.length === 0) return run;
    if (!isOver) await sleep(pollMs);
  }
}

/** Shows where a run stands. Throws `step-failed` for one that failed or was cancelled. */
export function finishRun(context: Context, assignment: string, run: Run): void {
  if (context.json) printJson(run);
  else print(renderRun(run));
  if (run.state === 'waiting-approval' && !context.json)
    print(`It waits for an approval: labcast approve ${assignment} ${String(run.number)}`);
  failUnlessPassed(assignment, run);
}

/** Throws `step-failed` for one that failed or was cancelled. */
export function failUnlessPassed(assignment: string, run: Run): void {
  if (run.state !== 'failed' && run.state !== 'cancelled') return;
  const failed = run.stages.findLast(({ state }) => state === 'failed' || state === 'cancelled');
  throw new CommandError(
    'step-failed',
    failed?.message ?? `Run ${String(run.number)} was ${run.state}.`,
    {
      remedy: `See what happened: labcast run ${assignment} ${String(run.number)} --log`,
    },
  );
}

export function renderRun(run: Run): string {
  const rows = run.stages.map(({ name, attempt, state, startedAt, endedAt, message = '' }) => {
    const took =
      startedAt && endedAt
        ? `${((Date.parse(endedAt) - Date.parse(startedAt)) / 1000).toFixed(1)} s`
        : '';
    return [name, String(attempt), state, took, message];
  });
  const release = run.release === undefined ? '' : `, release r${String(run.release)}`;
  const behind = run.queuedAfter === undefined ? '' : `, after run ${String(run.queuedAfter)}`;
  return [
    `Run ${String(run.number)} of checkpoint c${String(run.checkpoint)}: ${run.state}${behind}${release}`,
    formatTable(['STAGE', 'TRY', 'STATE', 'TOOK', 'WHAT CAME OF IT'], rows),
  ].join('\n');
}
