import type { ClassActionResult, ClassView } from '@labcast/api-client';
import type { Command } from 'commander';
import { CommandError, wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName, parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function classCommand(context: Context): Command {
  return define({
    name: 'class',
    summary: 'how every student is doing',
    description: 'Shows every student of an assignment, those who need help first.',
    examples: [['labcast class firewall-4f2c', 'one line for each']],
  })
    .argument('<assignment>', 'whose students')
    .action(async (text: string) => {
      const board = await (await context.connect()).class(parseAssignmentName(text));
      if (context.json) printJson(board);
      else print(renderClass(board));
    });
}

export function renderClass({ students, release }: ClassView): string {
  if (students.length === 0)
    return release
      ? 'No student has a lab yet. Deploy with "labcast deploy".'
      : 'There is no release yet. Promote a checkpoint first.';
  const rows = students.map((one) => [
    one.environment,
    one.people.map(({ name }) => name).join(', '),
    one.state,
    one.attention ?? '',
    `${String(one.checks.passed)}/${String(one.checks.total)}`,
    one.release === undefined ? '' : `r${String(one.release)}`,
    one.lastSeen?.replace('T', ' ').replace(/\..*/, 'Z') ?? '',
    one.reason ?? one.step ?? '',
  ]);
  return formatTable(
    ['STUDENT', 'WHO', 'STATE', 'NEEDS', 'CHECKS', 'RELEASE', 'LAST SEEN', 'WHY'],
    rows,
  );
}

export function resultsCommand(context: Context): Command {
  return define({
    name: 'results',
    summary: 'the checks of every student, as CSV',
    description: 'Prints one line for each student with the checks that passed, as CSV.',
    examples: [['labcast results firewall-4f2c > results.csv', 'for a spreadsheet']],
  })
    .argument('<assignment>', 'whose students')
    .action(async (text: string) => {
      const client = await context.connect();
      const assignment = parseAssignmentName(text);
      if (context.json) printJson((await client.class(assignment)).students);
      else process.stdout.write(await client.results(assignment));
    });
}

export function freezeCommand(context: Context): Command {
  return define({
    name: 'freeze',
    summary: 'keep and lock the work of every student now',
    description:
      'Does now what happens at the deadline: a checkpoint of the work of every student, or of one, then stop and lock.',
    examples: [
      ['labcast freeze firewall-4f2c', 'everybody'],
      ['labcast freeze firewall-4f2c/07', 'one'],
    ],
  })
    .argument('<assignment>', 'assignment, or assignment/student')
    .action(async (text: string) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const names = text.includes('/') ? [environment] : undefined;
      tell(context, await (await context.connect()).freezeClass(assignment, names));
    });
}

export function extendCommand(context: Context): Command {
  return define({
    name: 'extend',
    summary: 'give one student more time',
    description: 'Moves the deadline of one student; what was frozen is opened again.',
    examples: [['labcast extend firewall-4f2c/07 30', 'half an hour']],
  })
    .argument('<environment>', 'assignment/student')
    .argument('<minutes>', 'how much longer')
    .action(async (text: string, given: string) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const minutes = Number(given);
      if (!Number.isInteger(minutes))
        throw wrongUse(`${given} is no number of minutes.`, 'Write a whole number, such as 30.');
      const client = await context.connect();
      const body = { action: 'extend', environments: [environment], minutes } as const;
      tell(context, await client.classAction(assignment, { ...body, environments: [environment] }));
    });
}

export function messageCommand(context: Context): Command {
  return define({
    name: 'message',
    summary: 'tell something to every student',
    description: 'Shows a message in the lab of every student of an assignment, or of one.',
    examples: [['labcast message firewall-4f2c "Ten minutes left."', 'to all']],
  })
    .argument('<assignment>', 'assignment, or assignment/student')
    .argument('<text>', 'what to tell')
    .action(async (name: string, text: string) => {
      const { assignment, environment } = parseEnvironmentName(name);
      const client = await context.connect();
      const all = (await client.class(assignment)).students.map((one) => one.environment);
      const environments = name.includes('/') ? [environment] : all;
      if (environments.length === 0)
        throw new CommandError('environment-not-found', 'No student has a lab yet.');
      tell(
        context,
        await client.classAction(assignment, { action: 'message', environments, text }),
      );
    });
}

/** Throws when somebody was refused. */
function tell(context: Context, result: ClassActionResult): void {
  if (context.json) printJson(result);
  else if (result.accepted.length > 0) print(`Done for ${result.accepted.join(', ')}.`);
  if (result.refused.length === 0) return;
  const lines = result.refused.map(({ environment, reason }) => `${environment}: ${reason}`);
  throw new CommandError('request-invalid', lines.join('\n'));
}
