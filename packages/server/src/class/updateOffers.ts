import { LabcastError } from '@labcast/domain';
import type { Environment, Rollout, RolloutTarget, Store } from '@labcast/store';

type Reader = Pick<Store, 'listRollouts' | 'listTargets'>;

/** A later release that a student takes when it suits. */
export interface UpdateOffer {
  readonly rollout: Rollout;
  readonly target: RolloutTarget;
}

/** The newest one that was made, while it leads further than what is there. */
export async function findUpdateOffer(
  store: Reader,
  { id, assignmentId, releaseNumber = 0 }: Environment,
): Promise<UpdateOffer | undefined> {
  const rollouts = await store.listRollouts(assignmentId);
  const rollout = rollouts.find(
    ({ kind, atFirstOpen, state }) => kind === 'update' && atFirstOpen && state !== 'cancelled',
  );
  if (!rollout || rollout.releaseNumber <= releaseNumber) return undefined;
  const targets = await store.listTargets(rollout.id);
  const target = targets.find(({ environmentId }) => environmentId === id);
  const isOpen = target?.state === 'kept' || (target?.state === 'failed' && rollout.endedAt);
  return target && isOpen && target.outcome !== 'same' ? { rollout, target } : undefined;
}

/**
 * The student's yes: the rollout goes on with this one environment. What becomes of it is planned anew, because the student
 * may have worked in it since. Throws `request-invalid` when nothing is offered, and `rollout-running` beside another one.
 */
export async function takeUpdate(
  store: Reader & Pick<Store, 'listUnfinishedRollouts' | 'saveTarget' | 'saveRollout'>,
  environment: Environment,
): Promise<Rollout> {
  const offer = await findUpdateOffer(store, environment);
  if (!offer) {
    throw new LabcastError('request-invalid', 'There is no update for this lab.', {
      remedy: 'Reload the page: it may have got it already.',
    });
  }
  const { rollout } = offer;
  const others = await store.listUnfinishedRollouts();
  const isBusy = others.some(
    ({ assignmentId, id }) => assignmentId === environment.assignmentId && id !== rollout.id,
  );
  if (isBusy) {
    throw new LabcastError('rollout-running', 'Your instructor is updating the class right now.', {
      remedy: 'Try again when that is at its end.',
      repeatable: true,
    });
  }
  await store.saveTarget(rollout.id, environment.id, {
    state: 'waiting',
    outcome: null,
    attempts: 0,
    startedAt: new Date(),
    retryAt: null,
    taskId: null,
    error: null,
    cause: null,
  });
  await store.saveRollout(rollout.id, { state: 'waiting', error: null });
  return rollout;
}
