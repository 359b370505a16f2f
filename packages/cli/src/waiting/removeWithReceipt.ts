import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import type { Context } from '../context.ts';
import { asApiError } from '../connection/asApiError.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson } from '../output/print.ts';
import { renderReceipt } from '../output/renderReceipt.ts';
import { waitUntilGone } from './waitUntilGone.ts';

export interface Removal {
  readonly assignment: string;
  readonly wait: boolean;
  /** Throws when the person does not agree. */
  readonly agree: () => Promise<void>;
}

/** Removes an assignment, waits for its end and prints the receipt. What is being removed already needs no consent. */
export async function removeWithReceipt(
  context: Context,
  client: ApiClient,
  { assignment, wait, agree }: Removal,
): Promise<void> {
  if (await canLoseAnything(client, assignment)) await agree();
  const asked = await client.removeAssignment(assignment);
  if (!wait) {
    if (context.json) printJson(asked);
    else print(`Accepted. See how it ends: labcast receipt ${assignment}`);
    return;
  }
  await waitUntilGone(context, client, asked.environments);
  await showReceipt(context, client, assignment, asked.environments);
}

/** Throws `assignment-not-found` for one that never was. */
async function canLoseAnything(client: ApiClient, assignment: string): Promise<boolean> {
  try {
    const dev = await client.environment(assignment, 'dev');
    return dev.wanted !== 'absent' && dev.removedAt === undefined;
  } catch (error) {
    // A blank one has no environment yet: what is drawn in it can be lost all the same.
    if (asApiError(error)?.code !== 'environment-not-found') throw error;
    return client.assignment(assignment).then(
      () => true,
      () => false,
    );
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
  else if (own.length === 0) print(`${assignment} is gone. Nothing was allocated for it.`);
  else print(renderReceipt(assignment, own));
}
