import { LabcastError } from '@labcast/domain';
import type { Rollout, RolloutTarget, Store } from '@labcast/store';

type Steering = 'pause' | 'resume' | 'cancel' | 'retry';
interface Asked {
  readonly action: Steering;
  /** Of `retry`: those alone; all that failed when left out. */
  readonly environments?: readonly string[] | undefined;
}
type Steered = Pick<
  Store,
  'saveRollout' | 'saveTarget' | 'getRollout' | 'listTargets' | 'listUnfinishedRollouts'
>;

/** What is under way in an environment is never broken off: a pause and a cancellation begin nothing more. */
export async function steerRollout(
  store: Steered,
  rollout: Rollout,
  { action, environments }: Asked,
): Promise<Rollout> {
  const { id, number, state, endedAt } = rollout;
  const refuse = (why: string): LabcastError =>
    new LabcastError('request-invalid', `Rollout ${String(number)} ${why}.`);
  switch (action) {
    case 'pause':
      if (endedAt) throw refuse('is at its end');
      await store.saveRollout(id, { state: 'paused' });
      break;
    case 'resume':
      if (state !== 'paused') throw refuse('is not paused');
      await store.saveRollout(id, { state: 'waiting' });
      break;
    case 'cancel':
      if (endedAt) throw refuse('is at its end');
      await changeAll(store, rollout, { states: ['waiting'] }, { state: 'cancelled' });
      await store.saveRollout(id, { state: 'cancelled' });
      break;
    case 'retry':
      await refuseBesideAnother(store, rollout);
      await changeAll(
        store,
        rollout,
        { states: ['failed', 'cancelled'], environments },
        {
          state: 'waiting',
          attempts: 0,
          retryAt: null,
          taskId: null,
          error: null,
          cause: null,
        },
      );
      await store.saveRollout(id, { state: 'waiting', error: null });
  }
  return store.getRollout(id);
}

async function changeAll(
  store: Pick<Store, 'saveTarget' | 'listTargets'>,
  { id }: Rollout,
  which: {
    readonly states: readonly RolloutTarget['state'][];
    readonly environments?: readonly string[] | undefined;
  },
  change: Parameters<Store['saveTarget']>[2],
): Promise<void> {
  for (const { environmentId, environment, state } of await store.listTargets(id)) {
    const isMeant = which.environments?.includes(environment) ?? true;
    if (isMeant && which.states.includes(state)) await store.saveTarget(id, environmentId, change);
  }
}

async function refuseBesideAnother(
  store: Pick<Store, 'listUnfinishedRollouts'>,
  { assignmentId, id }: Rollout,
): Promise<void> {
  const others = await store.listUnfinishedRollouts();
  const other = others.find((one) => one.assignmentId === assignmentId && one.id !== id);
  if (!other) return;
  throw new LabcastError('rollout-running', `Rollout ${String(other.number)} is not at its end.`, {
    remedy: 'Wait for its end, or cancel it.',
  });
}
