import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import type { Command } from 'commander';
import { checkBlueprint } from '../apply/checkBlueprint.ts';
import { nameFromFile } from '../apply/nameFromFile.ts';
import { renderPlan } from '../apply/renderPlan.ts';
import { CommandError } from '../commandError.ts';
import { canAsk, confirm } from '../confirm.ts';
import { hasAssignment } from '../connection/hasAssignment.ts';
import { findEnvironment } from '../connection/findEnvironment.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import type { EnvironmentName } from '../environmentName.ts';
import { environmentName, parseEnvironmentName } from '../environmentName.ts';
import { print, printJson, tell } from '../output/print.ts';
import { readLab } from '../readLab.ts';
import { finishWork } from '../waiting/finishWork.ts';

interface Options {
  readonly file: string;
  readonly name?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly wait: boolean;
}

export function applyCommand(context: Context): Command {
  return define({
    name: 'apply',
    summary: 'make a lab be as its lab.yaml says',
    description:
      'Makes the environment be as the file says: an assignment that is not there is created, one that is there is changed. ' +
      'Changes that would destroy data are shown first and need a confirmation, or --yes where nobody can be asked. ' +
      'Without --name the assignment is called as the folder of the file.',
    examples: [
      ['labcast apply -f labs/firewall/lab.yaml', 'the assignment firewall'],
      ['labcast apply -f lab.yaml --name firewall', 'with another name'],
      ['labcast apply -f lab.yaml --dry-run', 'only show what would change'],
      ['labcast apply -f - --name firewall --yes', 'from standard input, without asking'],
    ],
  })
    .requiredOption('-f, --file <file>', 'the lab.yaml, or - for standard input')
    .option('--name <name>', 'assignment, or assignment/environment')
    .option('--dry-run', 'show the plan and change nothing')
    .option('-y, --yes', 'also when data is destroyed')
    .option('--no-wait', 'return as soon as it is accepted')
    .action((options: Options) => apply(context, options));
}

async function apply(context: Context, options: Options): Promise<void> {
  context.blueprintFile = options.file === '-' ? 'standard input' : options.file;
  const blueprint = await readLab(options.file);
  checkBlueprint(blueprint);
  const name = parseEnvironmentName(options.name ?? nameFromFile(options.file));
  const client = await context.connect();
  const present = await findEnvironment(client, name);
  if (options.dryRun) {
    await dryRun(context, client, { name, present, blueprint });
    return;
  }
  // One of a course that began blank has no environment yet: applying makes it.
  if (!present && !(await hasAssignment(client, name.assignment))) {
    await createFrom(context, client, { name, blueprint, wait: options.wait });
    return;
  }
  const allowDataLoss = await agree(context, client, {
    name,
    blueprint,
    yes: options.yes ?? false,
  });
  const asked = await client.apply(name.assignment, name.environment, { blueprint, allowDataLoss });
  await finishWork(context, client, { asked, wait: options.wait, document: (view) => view });
}

async function createFrom(
  context: Context,
  client: ApiClient,
  request: { name: EnvironmentName; blueprint: string; wait: boolean },
): Promise<void> {
  const { name, blueprint, wait } = request;
  if (name.environment !== 'dev') {
    throw new CommandError('environment-not-found', `${environmentName(name)} is not there.`, {
      remedy:
        'Only a dev environment can be made from a file: give the name of the assignment alone.',
    });
  }
  if (!context.json) tell(`Making the assignment ${name.assignment}; --name chooses another name.`);
  const made = await client.createAssignment({ name: name.assignment, blueprint });
  await finishWork(context, client, { asked: made.environment, wait, document: (view) => view });
}

/** A file for something that is not there yet cannot be compared; what it would make is all of it. */
async function dryRun(
  context: Context,
  client: ApiClient,
  request: { name: EnvironmentName; present: EnvironmentView | undefined; blueprint: string },
): Promise<void> {
  const { name, present, blueprint } = request;
  if (!present) {
    throw new CommandError('assignment-not-found', `${environmentName(name)} is not there yet.`, {
      remedy: 'Without --dry-run it is created, with everything in the file.',
    });
  }
  const plan = await client.plan(name.assignment, name.environment, blueprint);
  if (context.json) printJson(plan);
  else print(renderPlan(plan.changes));
}

/** Whether data may go. The server refuses by itself what was not allowed, so a race cannot destroy anything. */
async function agree(
  context: Context,
  client: ApiClient,
  request: { name: EnvironmentName; blueprint: string; yes: boolean },
): Promise<boolean> {
  const { name, blueprint, yes } = request;
  if (yes || context.json) return yes;
  const { changes } = await client.plan(name.assignment, name.environment, blueprint);
  tell(renderPlan(changes));
  const destructive = changes.filter((change) => change.destroysData);
  if (destructive.length === 0) return false;
  if (!canAsk(context.json)) {
    throw new CommandError('confirmation-needed', 'This would destroy data. Nothing was changed.', {
      remedy: 'Add --yes when the data may go.',
    });
  }
  if (await confirm('Go on, and lose this data?')) return true;
  throw new CommandError('confirmation-needed', 'Nothing was changed.');
}
