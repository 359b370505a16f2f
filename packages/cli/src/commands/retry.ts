import type { Command } from 'commander';
import { actOnEnvironment } from '../actOnEnvironment.ts';
import type { Context } from '../context.ts';

export function retryCommand(context: Context): Command {
  return actOnEnvironment(context, {
    name: 'retry',
    summary: 'try failed work again, now',
    description:
      'Makes Labcast look at an environment again at once, instead of after its pause, and waits for the end.',
    examples: [['labcast retry webserver', 'after the cause is mended']],
  });
}
