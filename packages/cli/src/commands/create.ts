import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseCount } from './deploy.ts';
import { parseParameters } from '../parseParameters.ts';
import { createClass } from '../waiting/createClass.ts';
import { finishWork } from '../waiting/finishWork.ts';

interface Options {
  readonly cpu?: string;
  readonly memory?: string;
  readonly storage?: string;
  readonly nodes?: string;
  readonly name?: string;
  readonly students?: string;
  readonly wait: boolean;
}

export function createCommand(context: Context): Command {
  return define({
    name: 'create',
    summary: 'make a lab of a type',
    description:
      'Makes an assignment of a type with its dev environment, and waits until it is ready. Sizes can be given as ' +
      'key=value or as options; labcast types lists the types and what each accepts. With students= it goes on to the end: ' +
      'a checkpoint of dev passes the pipeline, becomes a release, and each numbered student gets a copy.',
    examples: [
      ['labcast create webserver', 'with the sizes that the type recommends'],
      ['labcast create webserver cpu=1 memory=1GiB storage=4GiB', 'with these sizes'],
      ['labcast create kubernetes --nodes 2 --name k8s', 'two nodes, called k8s'],
      ['labcast create container --no-wait --json', 'for scripts'],
      ['labcast create webserver students=30', 'proven in the pipeline, then a copy for each'],
    ],
  })
    .argument('<type>', 'what to make')
    .argument(
      '[key=value...]',
      'name=, students=, and the parameters of the type, such as memory=2GiB',
    )
    .option('--name <name>', 'name of the assignment (default: the name of the type)')
    .option('--cpu <cores>', 'CPU cores of each machine or node, such as 2 or 0.5')
    .option('--memory <size>', 'memory of each machine or node, such as 2GiB')
    .option('--storage <size>', 'disk of each machine or node, such as 10GiB')
    .option('--nodes <count>', 'number of nodes of a cluster')
    .option('--students <count>', 'also give so many numbered students a copy')
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (type: string, pairs: string[], { wait, ...flags }: Options) => {
      const { name, parameters: given } = parseParameters(pairs, flags);
      const { students: count, ...parameters } = given;
      const students = count === undefined ? undefined : parseCount(count);
      if (students !== undefined && !wait) {
        throw wrongUse(
          'With students= it is followed step by step, so --no-wait does not go with it.',
          'Leave out one of them; or create it, then labcast promote, then labcast deploy.',
        );
      }
      const client = await context.connect();
      const body = { type, parameters, ...(name === undefined ? {} : { name }) };
      const made = await client.createAssignment(body);
      if (students !== undefined) return createClass(context, client, { made, students });
      await finishWork(context, client, {
        asked: made.environment,
        wait,
        document: (environment) => ({ ...made, environment }),
      });
    });
}
