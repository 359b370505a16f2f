import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';

export function exportCommand(context: Context): Command {
  return define({
    name: 'export',
    summary: 'print the lab.yaml of a lab',
    description:
      'Prints the lab.yaml of an environment, as it was written or drawn, with its comments. labcast apply takes it back.',
    examples: [
      ['labcast export webserver', 'on standard output'],
      ['labcast export firewall-4f2c -o lab.yaml', 'into a file that is not there yet'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .option('-o, --output <file>', 'write it there')
    .action(async (written: string, options: { output?: string }) => {
      const { assignment, environment } = parseEnvironmentName(written);
      const found = await (await context.connect()).blueprint(assignment, environment);
      if (options.output !== undefined) await save(options.output, found.blueprint);
      if (context.json) printJson(found);
      else if (options.output === undefined) print(found.blueprint.trimEnd());
    });
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    throw wrongUse(
      `${file} cannot be written: ${(cause as Error).message}.`,
      'Name a file that is not there yet.',
    );
  }
}
