import type { Command } from 'commander';
import { actOnEnvironment } from '../actOnEnvironment.ts';
import type { Context } from '../context.ts';

export function stopCommand(context: Context): Command {
  return actOnEnvironment(context, {
    name: 'stop',
    summary: 'stop an environment or an element, and keep its data',
    description:
      'Stops all machines of an environment, or one element of it, which then stays stopped whatever happens. ' +
      'Disks are kept, and labcast start brings everything back.',
    examples: [
      ['labcast stop webserver', 'frees its CPU and memory'],
      ['labcast stop networks-1 web', 'the others go on'],
    ],
  });
}
