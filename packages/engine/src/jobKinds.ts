import type { CheckpointId, RolloutId, RolloutPlanId, TaskId } from '@labcast/store';
import { takeCheckpoint } from './checkpoint/takeCheckpoint.ts';
import type { ReconcileDeps } from './deps.ts';
import { answerPlan } from './rollout/answerPlan.ts';
import { carryOutRollout } from './rollout/carryOutRollout.ts';
import type { JobKind } from './loops/jobs.ts';
import { watchClock } from './class/watchClock.ts';
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
    {
      what: 'Rollouts',
      list: () => store.listUnfinishedRollouts(),
      work: async (id, signal) =>
        carryOutRollout(await store.getRollout(id as RolloutId), deps, signal),
    },
    {
      what: 'Plans of rollouts',
      list: () => store.listUnfinishedRolloutPlans(),
      work: async (id) => answerPlan(await store.getRolloutPlan(id as RolloutPlanId), deps),
    },
    {
      what: 'The clock of the classes',
      list: () => Promise.resolve([{ id: 'class clock' }]),
      work: () => watchClock(deps),
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
