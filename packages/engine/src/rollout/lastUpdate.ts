import type { Environment, Task } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

type Deps = Pick<ReconcileDeps, 'store'>;

/** The update that a roll-back undoes. */
export async function lastUpdate(
  { id }: Pick<Environment, 'id'>,
  { store }: Deps,
): Promise<Task | undefined> {
  const tasks = await store.listTasks(id);
  return tasks.find(({ kind, state }) => kind === 'update' && state === 'done');
}

/** Which release the environment had before that: the checkpoint to which a roll-back goes is of it. */
export async function releaseBefore(
  environment: Pick<Environment, 'id' | 'assignmentId'>,
  { store }: Deps,
): Promise<number | undefined> {
  const update = await lastUpdate(environment, { store });
  if (!update) return undefined;
  for (const { id, kind } of await store.listRollouts(environment.assignmentId)) {
    if (kind !== 'update') continue;
    const targets = await store.listTargets(id);
    const found = targets.find(({ taskId }) => taskId === update.id);
    if (found) return found.fromRelease;
  }
  return undefined;
}
