import type { ApiClient, RolloutRequest } from '@labcast/api-client';
import type { Command } from 'commander';
import { CommandError, wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { printRosterImport, readCsvFile } from '../output/rosterImport.ts';
import { followRollout } from '../waiting/followRollout.ts';

interface Options {
  readonly students?: string;
  /** True without a file. */
  readonly roster?: boolean | string;
  readonly skipMistakes?: boolean;
  readonly section?: string;
  readonly release?: string;
  readonly when: string;
  readonly canary: boolean;
  readonly wait: boolean;
}

export function deployCommand(context: Context): Command {
  return define({
    name: 'deploy',
    summary: 'give every student a copy of a release',
    description:
      'Gives every student a private copy of a release: first one alone, which is checked, then the others in waves. Who has ' +
      'a copy keeps it. Refused with the numbers when the class does not fit on the lab host. A CSV file with --roster is ' +
      'imported into the course first, as "people import" does it, and its students get a copy; one line with a mistake ' +
      'refuses all, unless told to skip it.',
    examples: [
      ['labcast deploy firewall-4f2c --students 30', 'numbered places 01 to 30'],
      ['labcast deploy firewall-4f2c --roster', 'everybody in the course'],
      ['labcast deploy firewall-4f2c --roster class.csv', 'those of a file, imported first'],
      ['labcast deploy firewall-4f2c --section A --release r3', 'one section, not the newest'],
      ['labcast deploy firewall-4f2c --roster --when 2026-12-01T09:45:00Z', 'before class'],
    ],
  })
    .argument('<assignment>', 'what to deploy')
    .option('--students <count>', 'so many numbered places')
    .option('--roster [file]', 'the students of the course, or those of a CSV file (- is input)')
    .option('--skip-mistakes', 'with a file: leave out the lines with a mistake')
    .option('--section <name>', 'only those of a section')
    .option('--release <release>', 'such as r3 (default: the newest)')
    .option('--when <time>', 'now, at-first-open, or a time such as 2026-12-01T09:45:00Z', 'now')
    .option('--no-canary', 'all at once, without trying one first')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, options: Options) => {
      const assignment = parseAssignmentName(text);
      const { roster, skipMistakes = false } = options;
      if (skipMistakes && typeof roster !== 'string')
        throw wrongUse('--skip-mistakes goes with a file.', 'Write --roster class.csv.');
      const csv = typeof roster === 'string' ? await readCsvFile(roster) : undefined;
      const client = await context.connect();
      const people = csv === undefined ? undefined : { csv, skipProblems: skipMistakes };
      const request: RolloutRequest = {
        kind: 'deploy',
        when: options.when,
        canary: options.canary,
        ...(options.students !== undefined && { students: parseCount(options.students) }),
        ...(roster === true && { roster: true }),
        ...(people && { people: await importFor(context, client, assignment, people) }),
        ...(options.section !== undefined && { section: options.section }),
        ...parseRelease(options.release),
      };
      const rollout = await client.startRollout(assignment, request);
      const wait = options.wait && options.when === 'now';
      await followRollout(context, client, { assignment, rollout, wait });
    });
}

/** Puts the people of a file into the assignment's course. Returns the logins of its students; throws each mistake. */
async function importFor(
  context: Context,
  client: ApiClient,
  assignment: string,
  { csv, skipProblems }: { readonly csv: string; readonly skipProblems: boolean },
): Promise<string[]> {
  const { course } = await client.assignment(assignment);
  if (!course) {
    throw new CommandError(
      'request-invalid',
      `${assignment} is in no course, so nobody can join it.`,
      {
        remedy: 'Make it in a course with "labcast assignments create", or deploy --students.',
      },
    );
  }
  const imported = await client.importRoster(course.slug, { csv, skipProblems, remove: [] });
  if (!context.json) printRosterImport(imported);
  const students = imported.people.filter(({ role }) => role === 'student');
  if (students.length > 0) return students.map(({ login }) => login);
  throw new CommandError('request-invalid', 'There is no student in the file.');
}

/** Throws wrong use. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw wrongUse(`${text} is no number of students.`, 'Write a whole number, such as 30.');
}

/** `r3` or `3`. Throws wrong use. */
export function parseRelease(text: string | undefined): { release?: number } {
  if (text === undefined) return {};
  const [, number] = /^r?([1-9]\d*)$/.exec(text) ?? [];
  if (number !== undefined) return { release: Number(number) };
  throw wrongUse(`${text} is no release.`, 'Write it as r3.');
}
