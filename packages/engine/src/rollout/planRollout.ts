import { wasNeverWanted } from '@labcast/domain';
import type { Environment, EnvironmentId, Rollout, RolloutTarget } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { parseRelease } from './parseRelease.ts';
import { planEnvironments } from './planEnvironments.ts';

type Planned = Pick<RolloutTarget, 'outcome' | 'state'>;

/** Decides what becomes of each environment, once; answers all of them. */
export async function planRollout(rollout: Rollout, deps: ReconcileDeps): Promise<RolloutTarget[]> {
  const targets = await deps.store.listTargets(rollout.id);
  const open = targets.filter(({ outcome }) => outcome === undefined);
  if (open.length === 0) return targets;
  await planOpen(rollout, open, deps);
  return deps.store.listTargets(rollout.id);
}

async function planOpen(
  rollout: Rollout,
  open: readonly RolloutTarget[],
  deps: ReconcileDeps,
): Promise<void> {
  const { store } = deps;
  const environments = await Promise.all(
    open.map(({ environmentId }) => store.getEnvironment(environmentId)),
  );
  if (rollout.kind === 'update') {
    const taken = open.filter(({ startedAt }) => startedAt).map((one) => one.environmentId);
    return planUpdate(rollout, environments, { taken, deps });
  }
  for (const [index, environment] of environments.entries()) {
    const isFirst = open[index]?.position === 0;
    const planned: Planned =
      rollout.kind === 'roll-back'
        ? { outcome: 'replace-kept', state: 'waiting' }
        : planDeploy(environment, rollout.atFirstOpen && !isFirst);
    await store.saveTarget(rollout.id, environment.id, planned);
  }
}

/** What is opened later needs nothing now, save for the first, which shows that it works. */
function planDeploy(environment: Environment, isLater: boolean): Planned {
  if (!wasNeverWanted(environment)) return { outcome: 'keep', state: 'kept' };
  return { outcome: 'new', state: isLater ? 'kept' : 'waiting' };
}

async function planUpdate(
  { id, assignmentId, releaseNumber, choices, atFirstOpen, requestedBy }: Rollout,
  environments: readonly Environment[],
  /** `taken` are those whose student has said yes to an update that was offered. */
  { taken, deps }: { readonly taken: readonly EnvironmentId[]; readonly deps: ReconcileDeps },
): Promise<void> {
  const { store } = deps;
  const release = await parseRelease({ assignmentId, releaseNumber }, deps);
  const planned = await planEnvironments(environments, release, choices, deps);
  for (const { environmentId, outcome, elements } of planned) {
    const isDone = outcome === 'same';
    const isOffered = atFirstOpen && !taken.includes(environmentId);
    await store.saveTarget(id, environmentId, {
      outcome,
      elements,
      ...((isDone || isOffered) && { state: 'kept' }),
    });
    if (!isDone) continue;
    await store.saveClassFields(environmentId, { releaseNumber });
    const environment = environments.find((one) => one.id === environmentId);
    // No machine has to change for it, but the instructions and checks may be new.
    if (environment && !environment.frozenAt && environment.blueprint !== release.text)
      await store.changeWanted(environmentId, { blueprint: release.text, changedBy: requestedBy });
  }
}
