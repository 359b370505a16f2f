import type { Environment, Rollout, RolloutTarget } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { releaseBefore } from './lastUpdate.ts';

export type Standing =
  | { readonly kind: 'under-way' }
  /** With the release that it has now. */
  | { readonly kind: 'ready'; readonly release: number }
  | { readonly kind: 'failed'; readonly message: string; readonly cause: string };

/** How far an environment that was begun has come. */
export async function standingOf(
  target: RolloutTarget,
  environment: Environment,
  rollout: Rollout,
  { store }: Pick<ReconcileDeps, 'store'>,
): Promise<Standing> {
  const { taskId } = target;
  if (taskId !== undefined) {
    const task = await store.getTask(taskId);
    if (task.state === 'done')
      return { kind: 'ready', release: await releaseAfter(environment, rollout, store) };
    const hasFailed = task.state === 'failed' || task.state === 'cancelled';
    if (!hasFailed) return { kind: 'under-way' };
    const message = task.error ?? 'It could not be brought to the release.';
    return { kind: 'failed', message, cause: causeOf(environment, message) };
  }
  const { status, generation, settledGeneration } = environment;
  if (settledGeneration === generation && ['ready', 'attention', 'stopped'].includes(status.state))
    return { kind: 'ready', release: rollout.releaseNumber };
  if (status.state !== 'failed') return { kind: 'under-way' };
  const message = status.lastError?.message ?? 'It could not be made.';
  return { kind: 'failed', message, cause: causeOf(environment, message) };
}

async function releaseAfter(
  environment: Environment,
  { kind, releaseNumber }: Rollout,
  store: ReconcileDeps['store'],
): Promise<number> {
  if (kind !== 'roll-back') return releaseNumber;
  return (await releaseBefore(environment, { store })) ?? releaseNumber;
}

/** Two fail for the same reason when the code and the words are the same, names of machines aside. */
function causeOf({ key, status }: Environment, message: string): string {
  const words = message.replaceAll(key, '*').replace(/\d+/g, '#');
  return `${status.lastError?.code ?? 'failed'}: ${words}`;
}
