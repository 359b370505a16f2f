import type { EnvironmentView } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { environmentName } from '../environmentName.ts';
import { formatAge } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatState } from '../output/style.ts';
import { formatTable } from '../output/table.ts';

export function lsCommand(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list what there is',
    description: 'Lists all assignments with their environments, their states and their elements.',
    examples: [
      ['labcast ls', 'all of them'],
      ['labcast ls --json', 'for scripts'],
    ],
  }).action(async () => {
    const found = await (await context.connect()).assignments();
    if (context.json) {
      printJson(found);
      return;
    }
    const now = new Date();
    const rows = found.assignments.flatMap((assignment) =>
      assignment.environments.map((view) => [
        environmentName(view),
        assignment.type ?? 'lab.yaml',
        formatState(view.status.state),
        describeElements(view),
        formatAge(view.createdAt, now),
      ]),
    );
    if (rows.length === 0) print('There is nothing yet. Make something: labcast create webserver');
    else print(formatTable(['NAME', 'TYPE', 'STATE', 'ELEMENTS', 'CREATED'], rows));
  });
}

function describeElements(view: EnvironmentView): string {
  return view.status.elements
    .filter((element) => element.kind !== 'gateway')
    .map((element) => element.name)
    .join(', ');
}
