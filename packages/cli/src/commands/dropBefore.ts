import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';

export function dropBeforeCommand(context: Context): Command {
  return define({
    name: 'drop-before',
    summary: 'detach the disk from before an update',
    description:
      'Takes away /mnt/before, at which an update that replaced a machine left its old disk, read-only. The checkpoint that ' +
      'was taken before the update keeps it all the same.',
    examples: [
      ['labcast drop-before firewall-4f2c/07', 'of all machines'],
      ['labcast drop-before firewall-4f2c/07 web', 'of one'],
    ],
  })
    .argument('<environment>', 'assignment/student')
    .argument('[element]', 'whose; all by default')
    .action(async (text: string, element: string | undefined) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const client = await context.connect();
      const view = await client.dropBeforeDisks(assignment, environment, element);
      if (context.json) printJson(view);
      else print(element === undefined ? 'They are detached.' : `That of ${element} is detached.`);
    });
}
