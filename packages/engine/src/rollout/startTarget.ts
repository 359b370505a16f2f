import { originsOf } from '@labcast/domain';
import type { Environment, Rollout, RolloutTarget } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { parseRelease } from './parseRelease.ts';
import { updateChange } from './updateChange.ts';

/** Begins with one environment. Killed in the middle it is begun once more, which changes nothing. */
export async function startTarget(
  target: RolloutTarget,
  environment: Environment,
  { rollout, deps }: { readonly rollout: Rollout; readonly deps: ReconcileDeps },
): Promise<void> {
  const { store } = deps;
  const { id } = environment;
  const begun = {
    state: 'starting',
    attempts: target.attempts + 1,
    startedAt: target.startedAt ?? new Date(),
    retryAt: null,
  } as const;
  // What was frozen stays as it was then, whatever comes after.
  if (environment.frozenAt) {
    return store.saveTarget(rollout.id, id, { ...begun, state: 'kept', outcome: 'keep' });
  }
  if (rollout.kind === 'deploy') {
    const release = await parseRelease(rollout, deps);
    const isBehind = environment.releaseNumber !== rollout.releaseNumber;
    const origins = originsOf(release.blueprint, release.key);
    // Also the second time: a change of nothing makes the engine try again.
    await store.changeWanted(id, {
      wanted: 'running',
      ...(isBehind && { blueprint: release.text, changedBy: rollout.requestedBy, origins }),
    });
    return store.saveTarget(rollout.id, id, begun);
  }
  const change = await updateChange(target, environment, { rollout, deps });
  if (!change) {
    return store.saveTarget(rollout.id, id, { ...begun, state: 'kept', outcome: 'same' });
  }
  const { id: taskId } = await store.createTask({
    environmentId: id,
    kind: rollout.kind,
    change,
    keepFirst: 'before-update',
    requestedBy: rollout.requestedBy,
  });
  await store.saveTarget(rollout.id, id, { ...begun, taskId });
}
