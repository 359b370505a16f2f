import type {
  AssignmentId,
  CheckpointId,
  EnvironmentId,
  RolloutId,
  RolloutPlanId,
  RunId,
  TaskId,
} from '@labcast/store';
import { compareLabs } from './checkpoint/compareLabs.ts';
import { expireCheckpoint, listExpiredCheckpoints } from './checkpoint/expireCheckpoint.ts';
import { takeCheckpoint } from './checkpoint/takeCheckpoint.ts';
import type { ReconcileDeps } from './deps.ts';
import { answerPlan } from './rollout/answerPlan.ts';
import { carryOutRollout } from './rollout/carryOutRollout.ts';
import type { JobKind } from './loops/jobs.ts';
import { watchClock } from './class/watchClock.ts';
import { carryOutRun } from './pipeline/carryOutRun.ts';
import { dropRehearsal } from './pipeline/dropRehearsal.ts';
import { finishRemoval } from './removal/finishRemoval.ts';
import { carryOutTask } from './tasks/carryOutTask.ts';

/** All work of several steps, whoever asked for it. */
export function jobKinds(deps: ReconcileDeps): JobKind[] {
  const { store, timings } = deps;
  const isTimeForClock = createPace(timings.lookForJobs);
  const isTimeForRemovals = createPace(timings.lookForJobs);
  const isTimeToExpire = createPace(timings.lookAgain);
  return [
    {
      what: 'Checkpoints',
      list: () => store.listUnfinishedCheckpoints(),
      work: async (id, signal) =>
        takeCheckpoint(await store.getCheckpoint(id as CheckpointId), deps, signal),
    },
    {
      what: 'Checkpoints that outlived their deletion',
      list: () => (isTimeToExpire() ? listExpiredCheckpoints(deps) : Promise.resolve([])),
      work: (id) => expireCheckpoint(id as CheckpointId, deps),
    },
    {
      what: 'Tasks',
      list: () => store.listTasksToCarryOn(),
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
      list: () => Promise.resolve(isTimeForClock() ? [{ id: 'class clock' }] : []),
      work: () => watchClock(deps),
    },
    {
      what: 'Deletions',
      list: () => (isTimeForRemovals() ? store.listHalfRemoved() : Promise.resolve([])),
      work: (id) => finishRemoval(id as AssignmentId, deps),
    },
    {
      what: 'Runs of pipelines',
      list: () => listFirstRuns(deps),
      work: (id, signal) => carryOutRun(id as RunId, deps, signal),
    },
    {
      what: 'Rehearsals that stayed',
      list: () => store.listEndedRehearsals(),
      work: async (id) => dropRehearsal(await store.getEnvironment(id as EnvironmentId), deps),
    },
    {
      what: 'Comparisons',
      list: () => store.listUnfinishedComparisons(),
      work: async (id) => compareLabs(await store.getComparison(id), deps),
    },
  ];
}

/** Of each assignment the oldest one: the others queue up. */
async function listFirstRuns({ store }: ReconcileDeps) {
  const seen = new Set<string>();
  return (await store.listUnfinishedRuns()).filter(({ assignmentId }) => {
    if (seen.has(assignmentId)) return false;
    seen.add(assignmentId);
    return true;
  });
}

/** True once in so many milliseconds: what goes by the clock is not looked at after every little change. */
function createPace(everyMs: number): () => boolean {
  let next = 0;
  return () => {
    const now = performance.now();
    if (now < next) return false;
    next = now + everyMs * 0.9;
    return true;
  };
}
