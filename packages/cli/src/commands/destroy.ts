import type { Command } from 'commander';
import { CommandError, wrongUse } from '../commandError.ts';
import { canAsk, confirm } from '../confirm.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { removeStudents } from '../waiting/removeStudents.ts';
import { removeWithReceipt } from '../waiting/removeWithReceipt.ts';

interface Options {
  readonly section?: string;
  readonly yes?: boolean;
  readonly wait: boolean;
}

export function destroyCommand(context: Context): Command {
  return define({
    name: 'destroy',
    summary: 'remove an assignment, a section or one student, and prove it',
    description:
      'Removes an assignment with all its environments and their data, from whatever state, and prints the receipt: what ' +
      'was ever allocated, and when it was seen to be gone. Or the lab of one student, or of a section, with the ' +
      'checkpoints that were taken of it. Doing it twice is no mistake.',
    examples: [
      ['labcast destroy webserver', 'asks first'],
      ['labcast destroy webserver --yes', 'for scripts'],
      ['labcast destroy firewall-4f2c/07', 'the lab of one student'],
      ['labcast destroy firewall-4f2c --section A', 'the labs of a section'],
    ],
  })
    .argument('<assignment>', 'name of the assignment, or assignment/student')
    .option('--section <name>', 'only the labs of that section')
    .option('-y, --yes', 'do not ask')
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, { section, yes = false, wait }: Options) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const isOne = text.includes('/');
      if (isOne && section !== undefined)
        throw wrongUse('It is either one student or a section.', 'Give one of them.');
      const client = await context.connect();
      const again = `labcast destroy ${text}${section === undefined ? '' : ` --section ${section}`} --yes`;
      if (!isOne && section === undefined) {
        const whole = `${assignment} with all its machines and their data`;
        const agree = () => agreeTo(context, whole, { yes, again });
        return removeWithReceipt(context, client, { assignment, wait, agree });
      }
      await removeStudents(context, client, {
        assignment,
        who: isOne ? { environment } : { section },
        wait,
        agree: (what) => agreeTo(context, what, { yes, again }),
      });
    });
}

async function agreeTo(
  context: Context,
  what: string,
  { yes, again }: { readonly yes: boolean; readonly again: string },
): Promise<void> {
  if (yes) return;
  if (!canAsk(context.json)) {
    throw new CommandError(
      'confirmation-needed',
      `This would remove ${what}. Nothing was removed.`,
      { remedy: `Confirm it: ${again}` },
    );
  }
  if (await confirm(`Remove ${what}?`)) return;
  throw new CommandError('confirmation-needed', 'Nothing was removed.');
}
