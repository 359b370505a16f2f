import type { Comparison } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';

export function compareCommand(context: Context): Command {
  return define({
    name: 'compare',
    summary: 'what is other in one checkpoint or environment than in another',
    description:
      'Compares two of: a checkpoint (c3), a release (r2), dev, prod or a student. Shows what changed in the lab.yaml, and by file on each disk.',
    examples: [['labcast compare webserver c3 dev', 'what was done since c3']],
  })
    .argument('<assignment>', 'its name')
    .argument('<before>', 'c3, r2, dev, prod or a student')
    .argument('<after>', 'the same')
    .action(async (text: string, from: string, to: string) => {
      const found = await (await context.connect()).compare(parseAssignmentName(text), from, to);
      if (context.json) printJson(found);
      else print(render(found));
    });
}

const signs = { added: '+', changed: '~', removed: '-' } as const;

function render({ changes, elements, filesError }: Comparison): string {
  const lines = [
    ...changes.map(({ message }) => message),
    ...elements.flatMap(({ name, state, files, total }) => [
      `${name}: ${state}${total > 0 ? `, ${String(total)} files` : ''}`,
      ...files.map(({ path, change }) => `  ${signs[change]} ${path}`),
      ...(total > files.length ? [`  and ${String(total - files.length)} more`] : []),
    ]),
    ...(filesError === undefined ? [] : [`The disks could not be compared: ${filesError}`]),
  ];
  return lines.length === 0 ? 'There is no difference.' : lines.join('\n');
}
