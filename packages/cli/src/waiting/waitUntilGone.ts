import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import type { Context } from '../context.ts';
import { exitCodes } from '../exitCodes.ts';
import { describeFailure } from './describeFailure.ts';
import { waitForEnvironment } from './waitForEnvironment.ts';

/** Throws `step-failed` for one that fails; with `--json` the exit code tells it. */
export async function waitUntilGone(
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
