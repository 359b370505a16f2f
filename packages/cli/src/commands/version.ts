import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson } from '../output/print.ts';

export function versionCommand(context: Context): Command {
  return define({
    name: 'version',
    summary: 'version of this command line',
    description: 'Prints the version of Labcast.',
    examples: [['labcast version', 'such as 0.1.0']],
  }).action(() => {
    const file = new URL('../../package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    if (context.json) printJson({ version });
    else print(`labcast ${version}`);
  });
}
