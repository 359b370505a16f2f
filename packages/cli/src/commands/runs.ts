import type { ApiClient, Run } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';
import { renderRun } from '../pipeline/followRun.ts';
import { parseCount } from '../pipeline/parseNumber.ts';

export function runsCommand(context: Context): Command {
  return define({
    name: 'runs',
    summary: 'list the runs of the pipeline',
    description: 'Lists the last 30 runs of an assignment, newest first.',
    examples: [['labcast runs webserver', 'newest first']],
  })
    .argument('<assignment>', 'its name')
    .action(async (text: string) => {
      const { runs } = await (await context.connect()).pipeline(parseAssignmentName(text));
      if (context.json) {
        printJson({ runs });
        return;
      }
      if (runs.length === 0) {
        print('There was no run yet.');
        return;
      }
      const rows = runs.map((run) => [
        String(run.number),
        `c${String(run.checkpoint)}`,
        run.state,
        run.release === undefined ? '' : `r${String(run.release)}`,
        run.createdAt,
        run.requestedBy,
      ]);
      print(formatTable(['RUN', 'CHECKPOINT', 'STATE', 'RELEASE', 'BEGUN', 'BY'], rows));
    });
}

export function runCommand(context: Context): Command {
  return define({
    name: 'run',
    summary: 'show one run of the pipeline',
    description: 'Shows the stages of a run, and with --log everything that happened in it.',
    examples: [['labcast run webserver 3 --log', 'with its log']],
  })
    .argument('<assignment>', 'its name')
    .argument('<number>', 'of the run')
    .option('--log', 'everything that happened')
    .action(async (text: string, number: string, { log }: { log?: boolean }) => {
      const client = await context.connect();
      const assignment = parseAssignmentName(text);
      const run = await client.run(assignment, parseCount(number));
      if (!log) {
        show(context, run);
        return;
      }
      const all = await readLog(client, assignment, run.number);
      if (context.json) {
        printJson({ run, lines: all });
        return;
      }
      print(renderRun(run));
      for (const { at, stage, copy, message } of all)
        print(`${at} ${stage}${copy === undefined ? '' : ` ${String(copy)}`}: ${message}`);
    });
}

async function readLog(client: ApiClient, assignment: string, number: number) {
  const all = [];
  for (;;) {
    const { lines } = await client.runLog(assignment, number, all.at(-1)?.id);
    if (lines.length === 0) return all;
    all.push(...lines);
  }
}

export function approveCommand(context: Context): Command {
  return define({
    name: 'approve',
    summary: 'let a run that waits for it promote',
    description: 'Approves a run of the pipeline, which then changes prod and makes a release.',
    examples: [['labcast approve webserver 3', 'run 3']],
  })
    .argument('<assignment>', 'its name')
    .argument('<number>', 'of the run')
    .action(async (text: string, number: string) => {
      const client = await context.connect();
      show(context, await client.approveRun(parseAssignmentName(text), parseCount(number)));
    });
}

export function cancelCommand(context: Context): Command {
  return define({
    name: 'cancel',
    summary: 'end a run of the pipeline',
    description: 'Ends a run and removes everything that it made.',
    examples: [['labcast cancel webserver 3', 'run 3']],
  })
    .argument('<assignment>', 'its name')
    .argument('<number>', 'of the run')
    .action(async (text: string, number: string) => {
      const client = await context.connect();
      show(context, await client.cancelRun(parseAssignmentName(text), parseCount(number)));
    });
}

function show(context: Context, run: Run): void {
  if (context.json) printJson(run);
  else print(renderRun(run));
}
