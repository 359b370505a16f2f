import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { group } from '../group.ts';
import { formatSize } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function scenariosCommand(context: Context): Command {
  return group(
    {
      name: 'scenarios',
      summary: 'labs that are ready to start from',
      description: 'Labs that are ready to start from, with comments that explain them.',
      examples: [
        ['labcast scenarios', 'all of them, the simplest first'],
        ['labcast scenarios show lamp | labcast apply -f - --name lamp', 'makes one'],
      ],
    },
    [ls(context), show(context)],
  );
}

function ls(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list the scenarios',
    description: 'Lists the scenarios with what one copy may take at most.',
    examples: [['labcast scenarios ls', 'the simplest first']],
  }).action(async () => {
    const found = await (await context.connect()).scenarios();
    if (context.json) {
      printJson(found);
      return;
    }
    const rows = found.scenarios.map(({ name, summary, needs }) => [
      name,
      formatSize(needs.memoryBytes),
      formatSize(needs.storageBytes),
      summary,
    ]);
    print(formatTable(['SCENARIO', 'MEMORY', 'DISK', 'WHAT IT IS'], rows));
  });
}

function show(context: Context): Command {
  return define({
    name: 'show',
    summary: "print a scenario's lab.yaml",
    description: "Prints a scenario's lab.yaml.",
    examples: [['labcast scenarios show lamp >lab.yaml', 'to begin with a copy']],
  })
    .argument('<scenario>', 'its name')
    .action(async (name: string) => {
      const { scenarios } = await (await context.connect()).scenarios();
      const found = scenarios.find((scenario) => scenario.name === name);
      if (!found) {
        throw new CommandError('type-unknown', `There is no scenario ${name}.`, {
          remedy: `There are ${scenarios.map((scenario) => scenario.name).join(', ')}.`,
        });
      }
      if (context.json) printJson(found);
      else print(found.blueprint.trimEnd());
    });
}
