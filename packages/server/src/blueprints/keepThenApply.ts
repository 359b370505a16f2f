import { setTimeout as sleep } from 'node:timers/promises';
import { LabcastError } from '@labcast/domain';
import type { Environment, Task, TaskChange } from '@labcast/store';
import type { RouteDeps } from '../deps.ts';

/** Shorter than what stands between browsers and servers waits for an answer. */
const longestMs = 50_000;
const askAgainMs = 100;

export interface Kept {
  readonly environment: Environment;
  /** Number of the checkpoint; absent while it is still being taken. */
  readonly keptIn?: number;
}

/**
 * Has a checkpoint taken of what is there, and then the change made. A task does it, so that it happens though this
 * process or whoever asked goes away; usually it is done before the answer. Throws `step-failed` when nothing was changed.
 */
export async function keepThenApply(
  { store }: Pick<RouteDeps, 'store'>,
  { id }: Environment,
  change: TaskChange,
  requestedBy: string,
): Promise<Kept> {
  const task = await store.createTask({
    environmentId: id,
    kind: 'update',
    change,
    keepFirst: 'before-delete',
    requestedBy,
  });
  const seen = await untilApplied(store, task);
  if (seen.state === 'failed' || seen.state === 'cancelled')
    throw new LabcastError('step-failed', seen.error ?? 'The change was cancelled.', {
      remedy: 'Nothing was deleted. Apply it again, or see what the lab says.',
      repeatable: true,
    });
  const checkpoint =
    seen.checkpointId === undefined ? undefined : await store.getCheckpoint(seen.checkpointId);
  return {
    environment: await store.getEnvironment(id),
    ...(checkpoint && isMade(seen) && { keptIn: checkpoint.number }),
  };
}

async function untilApplied(store: RouteDeps['store'], { id }: Task): Promise<Task> {
  for (let waitedMs = 0; ; waitedMs += askAgainMs) {
    const task = await store.getTask(id);
    if (isMade(task) || isOver(task) || waitedMs >= longestMs) return task;
    await sleep(askAgainMs);
  }
}

const isMade = ({ state }: Task): boolean => state === 'applying' || state === 'done';
const isOver = ({ state }: Task): boolean => state === 'failed' || state === 'cancelled';
