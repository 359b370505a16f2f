import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson, tell } from '../output/print.ts';

export function setupLinkCommand(context: Context): Command {
  return define({
    name: 'setup-link',
    summary: "print a one-time link to an administrator's account",
    description:
      "Prints a link that makes one administrator's account in the browser. It works once and for a day; a link that was " +
      'printed before and not used ends.',
    examples: [['labcast setup-link', 'also for whoever has lost the password']],
  }).action(async () => {
    const link = await (await context.connect()).createSetupLink();
    if (context.json) {
      printJson(link);
      return;
    }
    print(link.url);
    tell('It works once, until ' + new Date(link.expiresAt).toLocaleString() + '.');
  });
}
