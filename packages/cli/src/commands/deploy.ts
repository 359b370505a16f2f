import type { RolloutRequest } from '@labcast/api-client';
import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { followRollout } from '../waiting/followRollout.ts';

interface Options {
  readonly students?: string;
  readonly roster?: boolean;
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
      'a copy keeps it. Refused with the numbers when the class does not fit on the lab host.',
    examples: [
      ['labcast deploy firewall-4f2c --students 30', 'numbered places 01 to 30'],
      ['labcast deploy firewall-4f2c --roster', 'everybody in the course'],
      ['labcast deploy firewall-4f2c --section A --release r3', 'one section, not the newest'],
      ['labcast deploy firewall-4f2c --roster --when 2026-12-01T09:45:00Z', 'before class'],
    ],
  })
    .argument('<assignment>', 'what to deploy')
    .option('--students <count>', 'so many numbered places')
    .option('--roster', 'the students of the course')
    .option('--section <name>', 'only those of a section')
    .option('--release <release>', 'such as r3 (default: the newest)')
    .option('--when <time>', 'now, at-first-open, or a time such as 2026-12-01T09:45:00Z', 'now')
    .option('--no-canary', 'all at once, without trying one first')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, options: Options) => {
      const assignment = parseAssignmentName(text);
      const request: RolloutRequest = {
        kind: 'deploy',
        when: options.when,
        canary: options.canary,
        ...(options.students !== undefined && { students: parseCount(options.students) }),
        ...(options.roster && { roster: true }),
        ...(options.section !== undefined && { section: options.section }),
        ...parseRelease(options.release),
      };
      const client = await context.connect();
      const rollout = await client.startRollout(assignment, request);
      const wait = options.wait && options.when === 'now';
      await followRollout(context, client, { assignment, rollout, wait });
    });
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
