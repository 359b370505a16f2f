import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { environmentName, parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';

export function helpMeCommand(context: Context): Command {
  return define({
    name: 'help-me',
    summary: 'ask your instructor for help',
    description:
      'Raises your hand: your instructor and the assistants see it on their board, and may join your consoles.',
    examples: [
      ['labcast help-me firewall/07 --message "nft does not start"', 'asks'],
      ['labcast help-me firewall/07 --done', 'help is not needed any more'],
    ],
  })
    .argument('<environment>', 'assignment/environment')
    .option('--message <text>', 'what is the matter')
    .option('--done', 'take it back')
    .action(async (text: string, options: { message?: string; done?: boolean }) => {
      const name = parseEnvironmentName(text);
      const { assignment, environment } = name;
      const client = await context.connect();
      if (options.done === true) {
        await client.endHelp(assignment, environment);
        if (context.json) printJson({});
        else print('You do not ask for help any more.');
        return;
      }
      const asked = await client.askHelp(assignment, environment, options.message ?? '');
      if (context.json) printJson(asked);
      else print(`You have asked for help with ${environmentName(name)}.`);
    });
}
