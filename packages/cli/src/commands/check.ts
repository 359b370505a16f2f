import type { LabChecks } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson } from '../output/print.ts';

export function checkCommand(context: Context): Command {
  return define({
    name: 'check',
    summary: 'run the checks of a lab',
    description:
      'Runs all checks of a lab, or the one that is named, and tells what each expected and found. ' +
      'The exit code is 1 when one did not pass. What they found is kept.',
    examples: [
      ['labcast check firewall/07', 'all of them'],
      ['labcast check firewall/07 "page answers"', 'one of them'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('[check]', 'name of the check')
    .action(async (text: string, check: string | undefined) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const client = await context.connect();
      const found = await client.runChecks(assignment, environment, check);
      const isPassed = found.checks.every(({ tries }) => tries[0]?.passed === true);
      if (!isPassed) process.exitCode = exitCodes.failed;
      if (context.json) printJson(found);
      else print(renderChecks(found));
    });
}

export function renderChecks({ checks }: LabChecks): string {
  if (checks.length === 0) return 'This lab has no checks.';
  const passed = checks.filter(({ tries }) => tries[0]?.passed).length;
  const lines = checks.flatMap(({ name, on, expected, tries: [last] }) => {
    if (last?.passed === true) return [`passed   ${name} (on ${on})`];
    const found = last?.exitCode === undefined ? [] : [`  exit code ${String(last.exitCode)}`];
    const output = (last?.output ?? '').split('\n').filter(Boolean);
    return [
      `not yet  ${name} (on ${on})`,
      `  expected ${expected}, found:`,
      ...found,
      ...output.map((line) => `  ${line}`),
    ];
  });
  return [...lines, `${String(passed)} of ${String(checks.length)} passed.`].join('\n');
}
