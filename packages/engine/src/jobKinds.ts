import type { CheckpointId, TaskId } from '@labcast/store';
import { takeCheckpoint } from './checkpoint/takeCheckpoint.ts';
import type { ReconcileDeps } from './deps.ts';
import type { JobKind } from './loops/jobs.ts';
import { carryOutTask } from './tasks/carryOutTask.ts';

/** All work of several steps, whoever asked for it. */
export function jobKinds(deps: ReconcileDeps): JobKind[] {
  const { store } = deps;
  return [
    {
      what: 'Checkpoints',
      list: () => store.listUnfinishedCheckpoints(),
      work: async (id, signal) =>
        takeCheckpoint(await store.getCheckpoint(id as CheckpointId), deps, signal),
    },
    {
      what: 'Tasks',
      list: () => listFirstTasks(deps),
      work: async (id) => carryOutTask(await store.getTask(id as TaskId), deps),
    },
  ];
}

/** Of each environment the oldest one: the next begins when that has ended. */
async function listFirstTasks({ store }: ReconcileDeps) {
  const seen = new Set<string>();
  return (await store.listUnfinishedTasks()).filter(({ environmentId }) => {
    if (seen.has(environmentId)) return false;
    seen.add(environmentId);
    return true;
  });
}
