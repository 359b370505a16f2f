import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

interface Options {
  readonly actor?: string;
  readonly what?: string;
  readonly before?: string;
}

export function auditCommand(context: Context): Command {
  return define({
    name: 'audit',
    summary: 'who changed what',
    description:
      'Lists who changed what, on what, from where, newest first, 200 at once. For administrators.',
    examples: [
      ['labcast audit', 'the newest'],
      ['labcast audit --actor ada --what DELETE', 'what somebody deleted'],
    ],
  })
    .option('--actor <text>', 'part of who did it')
    .option('--what <text>', 'part of what was done, or to what')
    .option('--before <id>', 'older than the entry with this id')
    .action(async (options: Options) => {
      const found = await (await context.connect()).audit(options);
      if (context.json) {
        printJson(found);
        return;
      }
      const rows = found.entries.map(({ id, at, actor, action, target, status, address }) => [
        id,
        at.replace('T', ' ').replace(/\..*/, 'Z'),
        actor,
        action.replace('/api/v1', ''),
        target,
        String(status),
        address,
      ]);
      if (rows.length === 0) print('Nothing of that kind was changed.');
      else print(formatTable(['ID', 'WHEN', 'WHO', 'WHAT', 'ON', 'ANSWER', 'FROM'], rows));
    });
}
