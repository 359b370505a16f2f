import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson, tell } from '../output/print.ts';
import { formatTable } from '../output/table.ts';
import { printRosterImport, readCsvFile } from '../output/rosterImport.ts';

const course = ['<course>', 'slug of the course'] as const;

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly skipMistakes?: boolean;
  readonly remove?: string[];
}

export function importPeopleCommand(context: Context): Command {
  return define({
    name: 'import',
    summary: 'put the people of a CSV file into a course',
    description:
      'Puts the people of a CSV file into a course, and changes those who are in it. The first line names the columns: ' +
      'name, e-mail, and if you like id, section, team, login, role. The same file once more changes nothing. One line ' +
      'with a mistake refuses all, unless told to skip it.',
    examples: [
      ['labcast people import networks-2-4f2c class.csv --dry-run', 'what would happen'],
      ['labcast people import networks-2-4f2c class.csv', 'and then "people invite"'],
      ['labcast people import networks-2-4f2c - <class.csv', 'from standard input'],
    ],
  })
    .argument(...course)
    .argument('<file>', 'the CSV file in UTF-8, or - for standard input')
    .option('--dry-run', 'only say what would happen')
    .option('--skip-mistakes', 'import the lines without a mistake')
    .option('--remove <login...>', 'also take out these students, who are missing in the file')
    .action(async (slug: string, file: string, options: ImportOptions) => {
      const csv = await readCsvFile(file);
      const client = await context.connect();
      const plan = options.dryRun
        ? await client.previewRoster(slug, csv)
        : await client.importRoster(slug, {
            csv,
            skipProblems: options.skipMistakes ?? false,
            remove: options.remove ?? [],
          });
      if (context.json) printJson(plan);
      else printRosterImport(plan);
      if (options.dryRun && plan.problems.length > 0) process.exitCode = exitCodes.wrongUse;
    });
}

export function inviteCommand(context: Context): Command {
  return define({
    name: 'invite',
    summary: 'make links with which people set their first password',
    description:
      'Makes links with which people of a course set their first password: for those named, or for all who have none. ' +
      'A link works once and for 14 days, and ends an older one of the same person.',
    examples: [
      ['labcast people invite networks-2-4f2c', 'everybody without a password'],
      ['labcast people invite networks-2-4f2c ada@school.example', 'only ada'],
    ],
  })
    .argument(...course)
    .argument('[login...]', 'logins of those who get one')
    .action(async (slug: string, logins: string[]) => {
      const client = await context.connect();
      const made = await client.createInvitations(slug, logins.length > 0 ? logins : undefined);
      if (logins.length > 0 && made.refused.length > 0) process.exitCode = exitCodes.refused;
      if (context.json) {
        printJson(made);
        return;
      }
      for (const { person, reason } of made.refused) tell(`${person}: ${reason}`);
      const rows = made.invitations.map(({ person, url }) => [person.login, url]);
      if (rows.length === 0) print('No link was made.');
      else print(formatTable(['LOGIN', 'LINK'], rows));
    });
}
