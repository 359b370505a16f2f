import type { NewApiToken } from '@labcast/api-client';
import type { Command } from 'commander';
import { Option } from 'commander';
import { wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { group } from '../group.ts';
import { formatAge } from '../output/format.ts';
import { print, printJson, tell } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

type Scope = NewApiToken['scopes'][number];

export function tokensCommand(context: Context): Command {
  return group(
    {
      name: 'tokens',
      summary: 'your API tokens: list, create, revoke',
      description: 'Tokens with which scripts act as you, as far as their scope goes.',
      examples: [
        ['labcast tokens', 'all of yours'],
        ['labcast tokens create ci --scope write --days 90', 'printed once'],
      ],
    },
    [ls(context), create(context), revoke(context)],
  );
}

function ls(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list your tokens',
    description: 'Lists your tokens; the tokens themselves are shown only when they are made.',
    examples: [['labcast tokens ls', 'with their last use']],
  }).action(async () => {
    const found = await (await context.connect()).tokens();
    if (context.json) {
      printJson(found);
      return;
    }
    const now = new Date();
    const rows = found.tokens.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => [
      id,
      name,
      scopes.join(', '),
      formatAge(createdAt, now),
      lastUsedAt === undefined ? 'never' : formatAge(lastUsedAt, now),
      expiresAt === undefined ? 'never' : expiresAt.slice(0, 10),
    ]);
    if (rows.length === 0) print('You have no token. Make one: labcast tokens create ci');
    else print(formatTable(['ID', 'NAME', 'SCOPE', 'CREATED', 'USED', 'ENDS'], rows));
  });
}

function create(context: Context): Command {
  return define({
    name: 'create',
    summary: 'make a token',
    description: 'Makes a token and prints it, this once.',
    examples: [['labcast tokens create ci --scope write --days 90', 'for a pipeline']],
  })
    .argument('<name>', 'what it is for')
    .addOption(
      new Option('--scope <scope>', 'how much it may do of what you may')
        .choices(['read', 'write', 'admin'])
        .default('read'),
    )
    .option('--days <count>', 'how long it holds (default: until it is revoked)')
    .action(async (name: string, { scope, days }: { scope: Scope; days?: string }) => {
      const expiresAt = days === undefined ? {} : { expiresAt: inDays(days) };
      const made = await (
        await context.connect()
      ).createToken({ name, scopes: [scope], ...expiresAt });
      if (context.json) {
        printJson(made);
        return;
      }
      print(made.token);
      tell('Keep it now: it is not shown again. Use it as LABCAST_TOKEN.');
    });
}

function inDays(text: string): string {
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw wrongUse(`--days ${text} is not a number of days.`, 'Write for example --days 90.');
  }
  return new Date(Date.now() + Number(text) * 24 * 3600 * 1000).toISOString();
}

function revoke(context: Context): Command {
  return define({
    name: 'revoke',
    summary: 'make a token worthless',
    description: 'Makes a token worthless at once. Doing it twice is no mistake.',
    examples: [['labcast tokens revoke 5d1c…', 'by the id that labcast tokens shows']],
  })
    .argument('<id>', 'its id')
    .action(async (id: string) => {
      await (await context.connect()).removeToken(id);
      if (context.json) printJson({ revoked: id });
      else print('Revoked.');
    });
}
