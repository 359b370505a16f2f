import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import { canAsk, confirm } from '../confirm.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { removeWithReceipt } from '../waiting/removeWithReceipt.ts';

export function destroyCommand(context: Context): Command {
  return define({
    name: 'destroy',
    summary: 'remove an assignment, and prove it',
    description:
      'Removes an assignment with all its environments and their data, from whatever state, and prints the receipt: what ' +
      'was ever allocated, and when it was seen to be gone. Doing it twice is no mistake.',
    examples: [
      ['labcast destroy webserver', 'asks first'],
      ['labcast destroy webserver --yes', 'for scripts'],
    ],
  })
    .argument('<assignment>', 'name of the assignment')
    .option('-y, --yes', 'do not ask')
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, options: { yes?: boolean; wait: boolean }) => {
      const assignment = parseAssignmentName(text);
      await removeWithReceipt(context, await context.connect(), {
        assignment,
        wait: options.wait,
        agree: () => agree(context, assignment, options.yes ?? false),
      });
    });
}

async function agree(context: Context, assignment: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!canAsk(context.json)) {
    throw new CommandError(
      'confirmation-needed',
      `Destroying ${assignment} removes all its machines and their data. Nothing was removed.`,
      { remedy: `Confirm it: labcast destroy ${assignment} --yes` },
    );
  }
  if (await confirm(`Remove ${assignment} with all its machines and their data?`)) return;
  throw new CommandError('confirmation-needed', 'Nothing was removed.');
}
