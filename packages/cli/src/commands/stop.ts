import type { Command } from 'commander';
import { actOnEnvironment } from '../actOnEnvironment.ts';
import type { Context } from '../context.ts';

export function stopCommand(context: Context): Command {
  return actOnEnvironment(context, {
    name: 'stop',
    summary: 'stop an environment and keep its data',
    description:
      'Stops all machines of an environment. Disks are kept, and labcast start brings everything back.',
    examples: [['labcast stop webserver', 'frees its CPU and memory']],
  });
}
