import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { renderReceipt } from '../output/renderReceipt.ts';

export function receiptCommand(context: Context): Command {
  return define({
    name: 'receipt',
    summary: 'what an assignment ever allocated, and what is gone',
    description:
      'Prints the receipts of all environments that ever had this name, newest first, also after they were destroyed.',
    examples: [['labcast receipt webserver', 'the proof after labcast destroy']],
  })
    .argument('<assignment>', 'name of the assignment, there or removed')
    .action(async (text: string) => {
      const assignment = parseAssignmentName(text);
      const found = await (await context.connect()).receipts(assignment);
      if (context.json) printJson(found);
      else print(renderReceipt(assignment, found.environments));
    });
}
