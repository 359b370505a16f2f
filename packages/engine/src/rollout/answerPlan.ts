import type { RolloutPlan } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { parseRelease } from './parseRelease.ts';
import { planEnvironments } from './planEnvironments.ts';

/** Says what an update would do, for the server that asked. */
export async function answerPlan(plan: RolloutPlan, deps: ReconcileDeps): Promise<void> {
  const { store } = deps;
  if (plan.finishedAt) return;
  const { environmentIds, choices, releaseNumber } = plan.request;
  try {
    const environments = await Promise.all(environmentIds.map((id) => store.getEnvironment(id)));
    const release = await parseRelease({ assignmentId: plan.assignmentId, releaseNumber }, deps);
    const targets = await planEnvironments(environments, release, choices, deps);
    await store.finishRolloutPlan(plan.id, { targets });
  } catch (error) {
    const { message } = describeFailure(error, 'Compare the disks');
    await store.finishRolloutPlan(plan.id, { error: message });
  }
}
