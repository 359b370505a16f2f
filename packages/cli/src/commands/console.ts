import type { ApiClient } from '@labcast/api-client';
import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import { isServerAway } from '../connection/isServerAway.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import type { EnvironmentName } from '../environmentName.ts';
import { tell } from '../output/print.ts';
import { attachConsole } from '../streams/attachConsole.ts';

const firstRetryMs = 250;
const longestRetryMs = 5_000;

export function consoleCommand(context: Context): Command {
  return define({
    name: 'console',
    summary: 'be at the terminal of an element, and come back to it',
    description:
      "Opens the element's terminal, the same that the web page shows, as the image's usual user. What runs in it goes on " +
      'when this ends, and others can watch. Ctrl-] leaves it; a lost connection comes back by itself. "labcast exec" runs ' +
      'a single command, as root.',
    examples: [
      ['labcast console shop web', 'its first terminal'],
      ['labcast console shop web --session 2', 'another shell'],
      ['labcast console shop/dev web --view', 'watch, and type nothing'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('<element>', 'such as web, or cluster-2')
    .option('--session <number>', 'which of its terminals, 1 to 99', '1')
    .option('--view', 'watch only')
    .action(async (written: string, element: string, given: { session: string; view?: true }) => {
      const session = Number(given.session);
      if (!Number.isInteger(session) || session < 1 || session > 99) {
        throw wrongUse(`${JSON.stringify(given.session)} is no terminal.`, 'Write 1 to 99.');
      }
      const client = await context.connect();
      const mode = given.view ? 'view' : 'control';
      const options = { element, session, mode } as const;
      process.exitCode = await stayAt(client, parseEnvironmentName(written), options);
    });
}

/** Connects again whenever the server was away. Returns the shell's exit code, 0 for who left it. */
async function stayAt(
  client: ApiClient,
  { assignment, environment }: EnvironmentName,
  options: { element: string; session: number; mode: 'control' | 'view' },
): Promise<number> {
  let hasBeenThere = false;
  for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
    try {
      const terminal = { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
      const connection = await client.openTerminal(assignment, environment, {
        ...options,
        terminal,
      });
      if (!hasBeenThere) tell('Ctrl-] leaves this terminal; what runs in it goes on.');
      hasBeenThere = true;
      waitMs = firstRetryMs;
      return await attachConsole(connection);
    } catch (error) {
      if (!hasBeenThere || !isServerAway(error)) throw error;
      tell('\r\nThe connection was lost. Connecting again; Ctrl-C gives up.');
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
