import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { group } from '../group.ts';
import { print, printJson, tell } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

const course = ['<course>', 'its slug, such as networks-2-4f2c'] as const;

export function joinCodeCommand(context: Context): Command {
  return group(
    {
      name: 'join-code',
      summary: 'codes with which students come into a course by themselves',
      description:
        'Codes with which students come into a course by themselves: written on the board, or sent as a link.',
      examples: [
        ['labcast courses join-code create networks-2-4f2c', 'prints the code and its link'],
        ['labcast courses join-code ls networks-2-4f2c', 'which there are'],
      ],
    },
    [ls(context), create(context), end(context)],
  );
}

function ls(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list the codes of a course',
    description: 'Lists the codes of a course, newest first. What they say is told only once.',
    examples: [['labcast courses join-code ls networks-2-4f2c', 'all of them']],
  })
    .argument(...course)
    .action(async (slug: string) => {
      const found = await (await context.connect()).joinCodes(slug);
      if (context.json) {
        printJson(found);
        return;
      }
      if (found.joinCodes.length === 0) {
        print('There is no code.');
        return;
      }
      const rows = found.joinCodes.map(({ id, section, state, uses, mostUses, expiresAt }) => [
        id,
        section ?? '',
        state,
        mostUses === undefined ? String(uses) : `${String(uses)} of ${String(mostUses)}`,
        new Date(expiresAt).toLocaleString(),
      ]);
      print(formatTable(['CODE', 'SECTION', 'STATE', 'USED', 'UNTIL'], rows));
    });
}

function create(context: Context): Command {
  return define({
    name: 'create',
    summary: 'make a code',
    description: 'Makes a code and prints it with its link. Both are told only now.',
    examples: [
      ['labcast courses join-code create networks-2-4f2c --section A', 'all who come are in A'],
      ['labcast courses join-code create networks-2-4f2c --uses 30 --days 2', 'for one lesson'],
    ],
  })
    .argument(...course)
    .option('--section <section>', 'of those who come by it')
    .option('--uses <count>', 'for at most so many people (default: any number)', parseCount)
    .option('--days <days>', 'valid for so many days', parseCount, 14)
    .action(async (slug: string, options: { section?: string; uses?: number; days: number }) => {
      const { section, uses, days } = options;
      const made = await (
        await context.connect()
      ).createJoinCode(slug, {
        validHours: days * 24,
        ...(section !== undefined && { section }),
        ...(uses !== undefined && { mostUses: uses }),
      });
      if (context.json) {
        printJson(made);
        return;
      }
      print(`${made.code}\n${made.url}`);
      tell(`Valid until ${new Date(made.joinCode.expiresAt).toLocaleString()}.`);
    });
}

function end(context: Context): Command {
  return define({
    name: 'end',
    summary: 'end a code',
    description: 'Ends a code. Who came by it stays. Doing it twice is no mistake.',
    examples: [['labcast courses join-code end networks-2-4f2c 5b0e...', 'as ls prints it']],
  })
    .argument(...course)
    .argument('<code>', 'as "join-code ls" prints it')
    .action(async (slug: string, id: string) => {
      await (await context.connect()).revokeJoinCode(slug, id);
      if (context.json) printJson({ course: slug, ended: id });
      else print('It lets nobody in any more.');
    });
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError(`${text} is not a whole number from 1.`);
}
