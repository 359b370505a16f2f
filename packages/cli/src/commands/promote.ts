import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { finishRun, followRun } from '../pipeline/followRun.ts';
import { parseCount, parseNumber } from '../pipeline/parseNumber.ts';

interface Options {
  readonly students: string;
  readonly copies: string;
  readonly approve?: boolean;
  readonly note: string;
  readonly keepFailed?: string;
  readonly wait: boolean;
}

export function promoteCommand(context: Context): Command {
  return define({
    name: 'promote',
    summary: 'prove a checkpoint in the pipeline, and make it a release',
    description:
      'Sends a checkpoint, or a new one of dev, through the pipeline: validate, forecast, rehearse, approve, promote. Follows it to its end; the exit code is 1 when it fails.',
    examples: [
      ['labcast promote webserver --students 30', 'as r1, r2, ...'],
      ['labcast promote webserver c3 --copies 2 --approve', 'waits for an approval before prod'],
    ],
  })
    .argument('<assignment>', 'its name')
    .argument('[checkpoint]', 'such as c3; a new one of dev by default')
    .option('--students <n>', 'how many the class has', '30')
    .option('--copies <n>', 'how many are rehearsed side by side', '1')
    .option('--approve', 'wait for somebody before prod is changed')
    .option('--keep-failed <minutes>', 'how long a copy that failed stays')
    .option('--note <text>', 'what is new in it', '')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, checkpoint: string | undefined, options: Options) => {
      const assignment = parseAssignmentName(text);
      const { students, copies, approve, keepFailed, note, wait } = options;
      const request = {
        ...(checkpoint !== undefined && { checkpoint: parseNumber(checkpoint, 'c') }),
        students: parseCount(students),
        copies: parseCount(copies),
        approve: approve ?? false,
        promote: true,
        keepFailedMinutes: keepFailed === undefined ? 0 : parseCount(keepFailed),
        note,
      };
      const client = await context.connect();
      const run = await client.startRun(assignment, request);
      if (wait) await followRun(context, client, { assignment, run });
      else finishRun(context, assignment, run);
    });
}
