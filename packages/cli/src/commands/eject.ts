import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';

export function ejectCommand(context: Context): Command {
  return define({
    name: 'eject',
    summary: 'take the ISO disc out of a virtual machine',
    description:
      'Takes the disc out of the drive of a virtual machine whose image is an uploaded ISO disc, while it runs, such as for ' +
      'an installer that insists on it. Nothing happens when it is out already. A machine that is made anew from its image has it in again.',
    examples: [['labcast eject networks-1 router', 'of its dev environment']],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('<element>', 'the machine, such as router')
    .action(async (written: string, element: string) => {
      const { assignment, environment } = parseEnvironmentName(written);
      const client = await context.connect();
      const view = await client.ejectDisc(assignment, environment, element);
      if (context.json) printJson(view);
      else print(`The disc of ${element} is out.`);
    });
}
