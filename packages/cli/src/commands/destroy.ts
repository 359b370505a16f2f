import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import { canAsk, confirm } from '../confirm.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson } from '../output/print.ts';
import { renderReceipt } from '../output/renderReceipt.ts';
import { waitForEnvironment } from '../waiting/waitForEnvironment.ts';
import { describeFailure } from '../waiting/describeFailure.ts';

interface Options {
  readonly yes?: boolean;
  readonly wait: boolean;
}

export function destroyCommand(context: Context): Command {
  return define({
    name: 'destroy',
    summary: 'remove an assignment, and prove it',
    description:
      'Removes an assignment with all its environments and their data, from whatever state, and prints the receipt: what ' +
      'was ever allocated, and when it was seen to be gone. Doing it twice is no mistake.',
    examples: [
      ['labcast destroy webserver', 'asks first'],
      ['labcast destroy webserver --yes', 'for scripts'],
    ],
  })
    .argument('<assignment>', 'name of the assignment')
    .option('-y, --yes', 'do not ask')
    .option('--no-wait', 'return as soon as it is accepted')
    .action((text: string, options: Options) =>
      destroy(context, parseAssignmentName(text), options),
    );
}

async function destroy(context: Context, assignment: string, options: Options): Promise<void> {
  const client = await context.connect();
  const dev = await client.environment(assignment, 'dev');
  // Nothing can be lost any more of what somebody already asked to remove.
  if (dev.wanted !== 'absent' && dev.removedAt === undefined) {
    await agree(context, assignment, options.yes ?? false);
  }
  const asked = await client.removeAssignment(assignment);
  if (!options.wait) {
    if (context.json) printJson(asked);
    else print(`Accepted. See how it ends: labcast receipt ${assignment}`);
    return;
  }
  await waitUntilGone(context, client, asked.environments);
  await showReceipt(context, client, assignment, asked.environments);
}

async function agree(context: Context, assignment: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!canAsk(context.json)) {
    throw new CommandError(
      'confirmation-needed',
      `Destroying ${assignment} removes all its machines and their data. Nothing was removed.`,
      { remedy: `Confirm it: labcast destroy ${assignment} --yes` },
    );
  }
  if (await confirm(`Remove ${assignment} with all its machines and their data?`)) return;
  throw new CommandError('confirmation-needed', 'Nothing was removed.');
}

async function waitUntilGone(
  context: Context,
  client: ApiClient,
  environments: readonly EnvironmentView[],
): Promise<void> {
  // One after the other: the server removes them side by side anyway.
  for (const environment of environments) {
    if (environment.removedAt !== undefined) continue;
    const waited = await waitForEnvironment(client, environment, context.json);
    if (waited.outcome === 'reached') continue;
    if (!context.json) throw describeFailure(waited.view);
    process.exitCode = exitCodes.failed;
  }
}

/** People see what this destroys; `--json` gives all that the API knows of that name. */
async function showReceipt(
  context: Context,
  client: ApiClient,
  assignment: string,
  removed: readonly EnvironmentView[],
): Promise<void> {
  const receipt = await client.receipts(assignment);
  const ids = new Set(removed.map((environment) => environment.id));
  const own = receipt.environments.filter(({ id }) => ids.has(id));
  if (own.some(({ complete }) => !complete)) process.exitCode = exitCodes.failed;
  if (context.json) printJson(receipt);
  else print(renderReceipt(assignment, own));
}
