import type { ApiClient, CreatedAssignment } from '@labcast/api-client';
import type { Context } from '../context.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson } from '../output/print.ts';
import { failUnlessPassed, watchRun } from '../pipeline/followRun.ts';
import { describeEnd } from './describeEnd.ts';
import { describeFailure } from './describeFailure.ts';
import { describeRollout, failUnlessReady, watchRollout } from './followRollout.ts';
import { waitForEnvironment } from './waitForEnvironment.ts';

/**
 * Brings a lab that was just asked for to so many students: waits for its dev environment, has the pipeline prove a
 * checkpoint of it and make it a release, and deploys that. With `--json` it ends with one document of all of them, also
 * when it fails on the way. Throws `step-failed`; what was made until then stays.
 */
export async function createClass(
  context: Context,
  client: ApiClient,
  { made, students }: { readonly made: CreatedAssignment; readonly students: number },
): Promise<void> {
  const tell = (line: string): void => {
    if (!context.json) print(line);
  };
  const assignment = made.assignment.name;
  const waited = await waitForEnvironment(client, made.environment, context.json);
  const document = { ...made, environment: waited.view };
  if (waited.outcome === 'failed') {
    if (!context.json) throw describeFailure(waited.view);
    printJson(document);
    process.exitCode = exitCodes.failed;
    return;
  }
  tell(describeEnd(waited.view, waited.durationMs));
  tell(`Proves it in the pipeline, for ${String(students)} students.`);
  const request = {
    students,
    copies: 1,
    approve: false,
    promote: true,
    keepFailedMinutes: 0,
    note: '',
  };
  const begun = await client.startRun(assignment, request);
  const run = await watchRun(client, { assignment, run: begun });
  if (context.json && run.release === undefined) printJson({ ...document, run });
  failUnlessPassed(assignment, run);
  tell(`It is release r${String(run.release)}.`);
  const asked = await client.startRollout(assignment, {
    kind: 'deploy',
    when: 'now',
    canary: true,
    students,
  });
  const rollout = await watchRollout(client, { assignment, rollout: asked }, tell);
  if (context.json) printJson({ ...document, run, rollout });
  tell(describeRollout(rollout));
  failUnlessReady(rollout);
  tell(`See how each is doing: labcast class ${assignment}`);
}
