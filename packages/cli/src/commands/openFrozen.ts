import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { finishWork } from '../waiting/finishWork.ts';

export function openFrozenCommand(context: Context): Command {
  return define({
    name: 'open-frozen',
    summary: 'make a copy of frozen work, to look at it',
    description:
      'Makes a copy of what was frozen, called <student>-frozen, and waits until it is ready. The frozen work itself stays as ' +
      'it was. To be read the copy has no internet; to run it has what the lab has. Remove it with "labcast destroy".',
    examples: [
      ['labcast open-frozen firewall-4f2c/07', 'to be read, as firewall-4f2c/07-frozen'],
      ['labcast open-frozen firewall-4f2c/07 --run', 'as it ran'],
    ],
  })
    .argument('<environment>', 'assignment/student')
    .option('--run', 'with the internet that the lab has')
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, { run, wait }: { run?: boolean; wait: boolean }) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const client = await context.connect();
      const asked = await client.openFrozen(assignment, environment, run ? 'run' : 'read');
      await finishWork(context, client, { asked, wait, document: (view) => view });
    });
}
