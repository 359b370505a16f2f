import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function releasesCommand(context: Context): Command {
  return define({
    name: 'releases',
    summary: 'list the releases of an assignment',
    description: 'Lists releases, newest first, with how many students have each.',
    examples: [['labcast releases webserver', 'newest first']],
  })
    .argument('<assignment>', 'its name')
    .action(async (text: string) => {
      const found = await (await context.connect()).releases(parseAssignmentName(text));
      if (context.json) {
        printJson(found);
        return;
      }
      if (found.releases.length === 0) {
        print('There is no release yet.');
        return;
      }
      const rows = found.releases.map(
        ({ number, checkpoint, students, createdAt, createdBy, note }) => [
          `r${String(number)}`,
          `c${String(checkpoint)}`,
          String(students),
          createdAt,
          createdBy,
          note,
        ],
      );
      print(formatTable(['RELEASE', 'CHECKPOINT', 'STUDENTS', 'MADE', 'BY', 'NOTE'], rows));
    });
}
