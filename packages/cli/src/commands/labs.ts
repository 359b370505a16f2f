import type { Labs } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function labsCommand(context: Context): Command {
  return define({
    name: 'labs',
    summary: 'your own labs',
    description:
      'Lists the labs that were made for you, with their state and the checks that passed.',
    examples: [['labcast labs', 'all of them, the newest first']],
  }).action(async () => {
    const found = await (await context.connect()).labs();
    if (context.json) printJson(found);
    else print(renderLabs(found));
  });
}

function renderLabs({ labs }: Labs): string {
  if (labs.length === 0)
    return 'You have no lab yet. It appears here when your instructor gives you one.';
  const rows = labs.map(({ title, assignment, environment, course, state, checks, deadline }) => [
    `${assignment}/${environment}`,
    title,
    course?.name ?? '',
    state,
    `${checks.passed}/${checks.total}`,
    deadline ?? '',
  ]);
  return formatTable(['LAB', 'NAME', 'COURSE', 'STATE', 'CHECKS', 'DUE'], rows);
}
