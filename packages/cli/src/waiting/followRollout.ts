import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, RolloutView } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { print, printJson } from '../output/print.ts';

const lookEveryMs = 500;

/** Shows each step of a rollout until its end, if that is waited for. Throws `failed` when somebody has no lab then. */
export async function followRollout(
  context: Context,
  client: ApiClient,
  about: { readonly assignment: string; readonly rollout: RolloutView; readonly wait: boolean },
): Promise<void> {
  const { assignment, wait } = about;
  const tell = (line: string): void => {
    if (!context.json) print(line);
  };
  tell(`Rollout ${String(about.rollout.number)} of r${String(about.rollout.release)}.`);
  // A scheduled one may be far away.
  const rollout = wait ? await watchRollout(client, about, tell) : about.rollout;
  if (context.json) printJson(rollout);
  tell(describeRollout(rollout));
  if (wait) failUnlessReady(rollout);
  else tell(`See how it goes: labcast class ${assignment}`);
}

/** Until it has ended or somebody paused it. */
export async function watchRollout(
  client: ApiClient,
  { assignment, rollout: first }: { readonly assignment: string; readonly rollout: RolloutView },
  tell: (line: string) => void,
): Promise<RolloutView> {
  let rollout = first;
  let told = '';
  while (rollout.endedAt === undefined && rollout.state !== 'paused') {
    const line = describeRollout(rollout);
    if (line !== told) tell(line);
    told = line;
    await sleep(lookEveryMs);
    rollout = await client.rollout(assignment, rollout.number);
  }
  return rollout;
}

/** Throws `step-failed` when somebody has no lab. */
export function failUnlessReady(rollout: RolloutView): void {
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
export function describeRollout({
  state,
  counts,
  slowestMs,
  startedAt,
  endedAt,
}: RolloutView): string {
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
