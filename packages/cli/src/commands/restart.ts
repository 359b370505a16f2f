import type { Command } from 'commander';
import { actOnEnvironment } from '../actOnEnvironment.ts';
import type { Context } from '../context.ts';

export function restartCommand(context: Context): Command {
  return actOnEnvironment(context, {
    name: 'restart',
    summary: 'stop and start again, with all data',
    description:
      'Restarts all machines of an environment, or one element of it, and waits until it is ready. Of an app it starts new pods.',
    examples: [
      ['labcast restart networks-1 web', 'one element'],
      ['labcast restart webserver', 'all of it'],
    ],
  });
}
