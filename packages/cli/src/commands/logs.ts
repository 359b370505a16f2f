import type { LogLine } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { formatTime } from '../output/format.ts';
import { print, printJsonLine, tell } from '../output/print.ts';
import { paint } from '../output/style.ts';
import { untilInterrupted } from '../untilInterrupted.ts';
import { followEnvironment } from '../waiting/followEnvironment.ts';

export function logsCommand(context: Context): Command {
  return define({
    name: 'logs',
    summary: 'what was done to an environment',
    description:
      'Prints what Labcast did to an environment, oldest first. With --json one JSON document per line.',
    examples: [
      ['labcast logs webserver', 'everything so far'],
      ['labcast logs webserver --follow', 'and what comes, until Ctrl-C'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .option('-f, --follow', 'go on printing until Ctrl-C')
    .action(async (text: string, options: { follow?: boolean }) => {
      const name = parseEnvironmentName(text);
      const client = await context.connect();
      const show = context.json ? printJsonLine : printLine;
      const seen = new Set<string>();
      const showNew = (line: LogLine): void => {
        if (!seen.has(line.id)) show(line);
        seen.add(line.id);
      };
      let last: string | undefined;
      const catchUp = async (): Promise<void> => {
        // The server gives them in portions.
        while (true) {
          const { lines } = await client.log(name.assignment, name.environment, last);
          lines.forEach(showNew);
          if (lines.length === 0) return;
          last = lines.at(-1)?.id;
        }
      };
      await catchUp();
      if (!options.follow) return;
      const follower = {
        view: () => undefined,
        log: showNew,
        away: () => tell('The server does not answer, trying again.'),
        // What happened in between was not told.
        back: () => void catchUp().catch(() => undefined),
      };
      await untilInterrupted((signal) => followEnvironment(client, name, follower, signal));
    });
}

const styles = { info: 'dim', warning: 'yellow', error: 'red' } as const;

function printLine(line: LogLine): void {
  const place = line.element === undefined ? '' : `${line.element}: `;
  const message = line.level === 'info' ? line.message : paint(styles[line.level], line.message);
  print(`${paint('dim', formatTime(new Date(line.at)))}  ${place}${message}`);
}
