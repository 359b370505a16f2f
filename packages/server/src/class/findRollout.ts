import { LabcastError } from '@labcast/domain';
import type { Rollout, Store } from '@labcast/store';
import type { FastifyRequest } from 'fastify';
import { assignmentOf } from '../access/authorise.ts';
import { toRolloutView } from '../schemas/rollout.ts';
import type { RolloutView } from '../schemas/rollout.ts';

export async function describeRollout(
  store: Pick<Store, 'listTargets'>,
  rollout: Rollout,
): Promise<RolloutView> {
  return toRolloutView(rollout, await store.listTargets(rollout.id));
}

/** Throws `rollout-not-found`. */
export async function findRollout(
  store: Pick<Store, 'findRollout'>,
  request: FastifyRequest,
  number: number,
): Promise<Rollout> {
  const { id, title } = assignmentOf(request);
  const rollout = await store.findRollout(id, number);
  if (rollout) return rollout;
  throw new LabcastError('rollout-not-found', `${title} has no rollout ${String(number)}.`);
}
