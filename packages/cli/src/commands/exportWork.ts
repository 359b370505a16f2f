import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { printJson, tell } from '../output/print.ts';

export function exportWorkCommand(context: Context): Command {
  return define({
    name: 'export-work',
    summary: "a student's files that are other than in the release, as a tar.gz",
    description:
      'Packs the files of a running machine that were added or changed since the release, with owners and rights. Of frozen ' +
      'work open a copy first, with "labcast open-frozen".',
    examples: [
      ['labcast export-work firewall-4f2c/07 web', 'into firewall-4f2c-07-web.tar.gz'],
      ['labcast export-work firewall-4f2c/07-frozen web --output 07.tar.gz', 'as it was frozen'],
    ],
  })
    .argument('<environment>', 'assignment/student')
    .argument('<element>', 'whose files')
    .option('-o, --output <file>', 'where to; - is standard output')
    .action(async (text: string, element: string, { output }: { output?: string }) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const client = await context.connect();
      const content = await client.exportWork(assignment, environment, element);
      const file = output ?? `${assignment}-${environment}-${element}.tar.gz`;
      if (file === '-') {
        await pipeline(content, process.stdout, { end: false });
        return;
      }
      // Whoever interrupts it has no half archive that looks whole.
      await pipeline(content, createWriteStream(`${file}.part`));
      await rename(`${file}.part`, file);
      if (context.json) printJson({ file });
      else tell(`Exported to ${file}.`);
    });
}
