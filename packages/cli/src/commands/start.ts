import type { Command } from 'commander';
import { actOnEnvironment } from '../actOnEnvironment.ts';
import type { Context } from '../context.ts';

export function startCommand(context: Context): Command {
  return actOnEnvironment(context, {
    name: 'start',
    summary: 'start what was stopped',
    description:
      'Starts all of an environment that was stopped, or one element of it, and waits until it is ready.',
    examples: [
      ['labcast start webserver', 'with the data it had'],
      ['labcast start networks-1 web', 'the element web alone'],
    ],
  });
}
