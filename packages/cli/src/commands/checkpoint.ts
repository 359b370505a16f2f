import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName, parseEnvironmentName } from '../environmentName.ts';
import { formatSize } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

const pollMs = 200;

export function checkpointCommand(context: Context): Command {
  return define({
    name: 'checkpoint',
    summary: 'keep what the disks of a running lab hold now',
    description:
      'Takes a checkpoint of all machines of an environment at one moment. They stand still for less than a second.',
    examples: [['labcast checkpoint webserver --note "before the upgrade"', 'as c1, c2, ...']],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .option('--note <text>', 'why', '')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, { note, wait }: { note: string; wait: boolean }) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const client = await context.connect();
      let taken = await client.takeCheckpoint(assignment, environment, note);
      const name = `c${String(taken.number)}`;
      while (wait && taken.state === 'requested') {
        await sleep(pollMs);
        taken = await client.checkpoint(assignment, taken.number).catch((cause: unknown) => {
          const reason = 'Something kept it from being taken: see the log of the lab.';
          throw new CommandError('step-failed', `Checkpoint ${name} failed. ${reason}`, { cause });
        });
      }
      if (context.json) printJson(taken);
      if (taken.state === 'failed')
        throw new CommandError('step-failed', taken.error ?? `Checkpoint ${name} failed.`);
      if (context.json) return;
      const pause =
        taken.pauseMs === undefined ? '' : `, the lab stood still for ${String(taken.pauseMs)} ms`;
      print(`Checkpoint ${name}${pause}.`);
    });
}

export function checkpointsCommand(context: Context): Command {
  return define({
    name: 'checkpoints',
    summary: 'list the checkpoints of an assignment',
    description: 'Lists checkpoints, newest first, with what each was taken of and what needs it.',
    examples: [['labcast checkpoints webserver', 'newest first']],
  })
    .argument('<assignment>', 'its name')
    .action(async (text: string) => {
      const found = await (await context.connect()).checkpoints(parseAssignmentName(text));
      if (context.json) {
        printJson(found);
        return;
      }
      if (found.checkpoints.length === 0) {
        print('There is no checkpoint yet.');
        return;
      }
      const rows = found.checkpoints.map(({ number, source, state, reason, note, ...one }) => {
        const size = one.usage.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
        const taken = one.takenAt ?? one.createdAt;
        return [
          `c${String(number)}`,
          source,
          state,
          taken,
          formatSize(size),
          note || reason,
          one.neededBy.join(', '),
        ];
      });
      print(formatTable(['CHECKPOINT', 'OF', 'STATE', 'TAKEN', 'DISK', 'WHY', 'NEEDED BY'], rows));
    });
}
