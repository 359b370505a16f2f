import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { printJson } from '../output/print.ts';

export function capacityCommand(context: Context): Command {
  return define({
    name: 'capacity',
    summary: 'what this server has, uses and has promised',
    description:
      'Shows memory, disk and CPU of the lab host: what there is, what is free, and what was promised to labs.',
    examples: [['labcast capacity', 'now']],
  }).action(async () => {
    const found = await (await context.connect()).capacity();
    if (context.json) {
      printJson(found);
      return;
    }
  });
}
