import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { renderReceipt } from '../output/renderReceipt.ts';

export function receiptCommand(context: Context): Command {
  return define({
    name: 'receipt',
    summary: 'what an assignment ever allocated, and what is gone',
    description:
      'Prints the receipts of all environments that ever had this name, newest first, also after they were destroyed.',
    examples: [
      ['labcast receipt webserver', 'the proof after labcast destroy'],
      ['labcast receipt firewall-4f2c/07', 'of one student, with the checkpoints'],
      ['labcast receipt firewall-4f2c --section A', 'of a section'],
    ],
  })
    .argument('<assignment>', 'name of the assignment, there or removed, or assignment/student')
    .option('--section <name>', 'only those of that section')
    .action(async (text: string, { section }: { section?: string }) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const found = await (
        await context.connect()
      ).receipts(assignment, {
        ...(text.includes('/') && { environment }),
        ...(section !== undefined && { section }),
      });
      if (context.json) printJson(found);
      else print(renderReceipt(assignment, found.environments));
    });
}
