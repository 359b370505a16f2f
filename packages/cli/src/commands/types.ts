import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function typesCommand(context: Context): Command {
  return define({
    name: 'types',
    summary: 'what can be created, with which parameters',
    description:
      'Lists the types that labcast create knows, and the parameters of each with their defaults.',
    examples: [['labcast types', 'all types']],
  }).action(async () => {
    const found = await (await context.connect()).types();
    if (context.json) {
      printJson(found);
      return;
    }
    const rows = found.types.map((type) => [
      type.name,
      type.summary,
      type.parameters.map(({ name, default: value }) => `${name}=${value}`).join(' '),
    ]);
    print(formatTable(['TYPE', 'WHAT IT IS', 'PARAMETERS AND DEFAULTS'], rows));
  });
}
