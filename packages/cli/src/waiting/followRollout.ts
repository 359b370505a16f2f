import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, Rollout } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { print, printJson } from '../output/print.ts';

const lookEveryMs = 500;

/** Shows each step of a rollout until its end, if that is waited for. Throws `failed` when somebody has no lab then. */
export async function followRollout(
  context: Context,
  client: ApiClient,
  about: { readonly assignment: string; readonly rollout: Rollout; readonly wait: boolean },
): Promise<void> {
  const { assignment, wait } = about;
  const tell = (line: string): void => {
    if (!context.json) print(line);
  };
  let { rollout } = about;
  tell(`Rollout ${String(rollout.number)} of r${String(rollout.release)}.`);
  let told = '';
  // A scheduled one may be far away.
  while (wait && rollout.endedAt === undefined && rollout.state !== 'paused') {
    const line = describeRollout(rollout);
    if (line !== told) tell(line);
    told = line;
    await sleep(lookEveryMs);
    rollout = await client.rollout(assignment, rollout.number);
  }
  if (context.json) printJson(rollout);
  tell(describeRollout(rollout));
  if (wait) failUnlessReady(rollout);
}

function failUnlessReady(rollout: Rollout): void {
  const failed = rollout.targets.filter(({ state }) => state === 'failed');
  const [first] = failed;
  if (rollout.state !== 'failed' && !first) return;
  throw new CommandError(
    'step-failed',
    rollout.error ?? `${String(failed.length)} failed: ${first?.error ?? ''}`,
    { remedy: 'See the others with "labcast class". What failed can be tried again.' },
  );
}

/** `19 of 30 ready, 4 starting, 7 waiting`. */
function describeRollout({ state, counts, slowestMs, startedAt, endedAt }: Rollout): string {
  const meant = counts.total - counts.kept;
  const parts = [
    `${String(counts.ready)} of ${String(meant)} ready`,
    ...(counts.starting > 0 ? [`${String(counts.starting)} starting`] : []),
    ...(counts.waiting > 0 ? [`${String(counts.waiting)} waiting`] : []),
    ...(counts.failed > 0 ? [`${String(counts.failed)} failed`] : []),
    ...(counts.kept > 0 ? [`${String(counts.kept)} left as they are`] : []),
  ];
  const took =
    startedAt !== undefined && endedAt !== undefined
      ? ` in ${seconds(Date.parse(endedAt) - Date.parse(startedAt))}`
      : '';
  const slowest = slowestMs !== undefined && took !== '' ? `, slowest ${seconds(slowestMs)}` : '';
  return `${state}: ${parts.join(', ')}${took}${slowest}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
