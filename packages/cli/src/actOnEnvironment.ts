import type { ElementAction } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from './context.ts';
import type { CommandText } from './define.ts';
import { define } from './define.ts';
import { parseEnvironmentName } from './environmentName.ts';
import { finishWork } from './waiting/finishWork.ts';

/** A command that asks for one of the actions, of an environment or one element, which has the command's name, and waits. */
export function actOnEnvironment(
  context: Context,
  text: CommandText & { readonly name: ElementAction },
): Command {
  return define(text)
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('[element]', 'one element alone, such as web')
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (written: string, element: string | undefined, { wait }: { wait: boolean }) => {
      const { assignment, environment } = parseEnvironmentName(written);
      const client = await context.connect();
      const asked =
        element === undefined
          ? await client.act(assignment, environment, text.name)
          : await client.actOn(assignment, environment, element, text.name);
      await finishWork(context, client, { asked, wait, document: (view) => view });
    });
}
