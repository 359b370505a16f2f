import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { CommandText } from './define.ts';
import { define } from './define.ts';
import { parseEnvironmentName } from './environmentName.ts';
import { finishWork } from './waiting/finishWork.ts';

/** A command that asks for one of the environment's actions, which has the command's name, and waits for its end. */
export function actOnEnvironment(
  context: Context,
  text: CommandText & { readonly name: 'start' | 'stop' | 'retry' },
): Command {
  return define(text)
    .argument('<environment>', 'assignment, or assignment/environment')
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (written: string, { wait }: { wait: boolean }) => {
      const name = parseEnvironmentName(written);
      const client = await context.connect();
      const asked = await client.act(name.assignment, name.environment, text.name);
      await finishWork(context, client, { asked, wait, document: (view) => view });
    });
}
