import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import type { Context } from '../context.ts';
import { environmentName } from '../environmentName.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson } from '../output/print.ts';
import { describeEnd } from './describeEnd.ts';
import { describeFailure } from './describeFailure.ts';
import { waitForEnvironment } from './waitForEnvironment.ts';

/** What was asked for, and how to show it. */
export interface Work {
  /** The server's answer to the request. */
  readonly asked: EnvironmentView;
  readonly wait: boolean;
  /** The JSON document for the environment as it was seen last. */
  readonly document: (view: EnvironmentView) => unknown;
}

/**
 * Waits for the end of the work, unless that is not wanted, and prints it. Throws `step-failed` when it failed; with
 * `--json` the document tells it and the exit code is set.
 */
export async function finishWork(context: Context, client: ApiClient, work: Work): Promise<void> {
  const { asked, wait, document } = work;
  if (!wait) {
    if (context.json) printJson(document(asked));
    else print(`Accepted. Watch it: labcast status ${environmentName(asked)} --watch`);
    return;
  }
  const waited = await waitForEnvironment(client, asked, context.json);
  if (context.json) {
    printJson(document(waited.view));
    if (waited.outcome === 'failed') process.exitCode = exitCodes.failed;
    return;
  }
  if (waited.outcome === 'failed') throw describeFailure(waited.view);
  print(describeEnd(waited.view, waited.durationMs));
}
