import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { finishTask } from '../pipeline/finishTask.ts';
import { parseNumber } from '../pipeline/parseNumber.ts';

interface Options {
  readonly wait: boolean;
}

export function restoreCommand(context: Context): Command {
  return define({
    name: 'restore',
    summary: 'bring an environment back to a checkpoint',
    description:
      'Makes an environment what it was at a checkpoint. A checkpoint of what is there now is taken before.',
    examples: [['labcast restore webserver c3', 'the dev environment']],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('<checkpoint>', 'such as c3')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, checkpoint: string, { wait }: Options) => {
      const name = parseEnvironmentName(text);
      const number = parseNumber(checkpoint, 'c');
      const client = await context.connect();
      const task = await client.restore(name.assignment, name.environment, number);
      await finishTask(context, client, {
        ...name,
        task,
        wait,
        done: `It is as at ${checkpoint}.`,
      });
    });
}

export function resetCommand(context: Context): Command {
  return define({
    name: 'reset',
    summary: 'make elements anew, from where they came',
    description:
      'Makes elements, or all of them, anew: from the release or checkpoint that the environment came from, or else from the image. A checkpoint of what is there now is taken before.',
    examples: [['labcast reset webserver/07 web', 'one element of one student']],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('[element...]', 'all of them by default')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, elements: string[], { wait }: Options) => {
      const name = parseEnvironmentName(text);
      const client = await context.connect();
      const task = await client.reset(
        name.assignment,
        name.environment,
        elements.length > 0 ? elements : undefined,
      );
      await finishTask(context, client, { ...name, task, wait, done: 'It is new.' });
    });
}
