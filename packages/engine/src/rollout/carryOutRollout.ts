import { mostAttempts, nextTargets, retryDelayMs } from '@labcast/domain';
import type { Environment, Rollout, RolloutTarget } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { checkCanary } from './checkCanary.ts';
import { planRollout } from './planRollout.ts';
import { startTarget } from './startTarget.ts';
import { runScript } from './runScript.ts';
import { standingOf } from './standingOf.ts';

/** Brings a rollout one step further: sees what became of what was begun, and begins with what comes next. */
export async function carryOutRollout(
  rollout: Rollout,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<void> {
  if (isAtRest(rollout, deps.now())) return;
  const { store } = deps;
  const planned = await planRollout(rollout, deps);
  const underWay = await store.listLabsUnderWay(rollout.id);
  const labs = new Map(underWay.map((one) => [one.id, one] as const));
  const targets: RolloutTarget[] = [];
  for (const target of planned) {
    signal.throwIfAborted();
    targets.push(await lookAt(target, labs.get(target.environmentId), { rollout, deps, signal }));
  }
  const next = nextTargets({
    canary: rollout.canary,
    targets: targets.map((target) => ({ ...target, id: target.environmentId })),
    atOnce: deps.settings.concurrency,
    now: deps.now(),
  });
  // Somebody may have paused or cancelled it meanwhile.
  const present = await store.getRollout(rollout.id);
  if (isAtRest(present, deps.now())) return;
  if (next.state !== present.state) await tellState(present, next.state, targets, deps);
  for (const target of targets) {
    signal.throwIfAborted();
    const environment = labs.get(target.environmentId);
    if (environment && next.start.includes(environment.id))
      await startTarget(target, environment, { rollout, deps });
  }
}

function isAtRest({ endedAt, state, startsAt }: Rollout, now: Date): boolean {
  return endedAt !== undefined || state === 'paused' || (startsAt !== undefined && startsAt > now);
}

async function tellState(
  { id }: Rollout,
  state: Rollout['state'],
  targets: readonly RolloutTarget[],
  { store }: ReconcileDeps,
): Promise<void> {
  const failed = targets.find((target) => target.state === 'failed');
  const error =
    state === 'failed' && failed
      ? `The first copy, ${failed.environment}, did not come up as it should: ${failed.error ?? ''}`
      : null;
  await store.saveRollout(id, { state, error });
}

interface Context {
  readonly rollout: Rollout;
  readonly deps: ReconcileDeps;
  readonly signal: AbortSignal;
}

/** What became of one that was begun. */
async function lookAt(
  target: RolloutTarget,
  environment: Environment | undefined,
  { rollout, deps, signal }: Context,
): Promise<RolloutTarget> {
  const { store } = deps;
  const save = async (change: Parameters<typeof store.saveTarget>[2]): Promise<RolloutTarget> => {
    await store.saveTarget(rollout.id, target.environmentId, change);
    const targets = await store.listTargets(rollout.id);
    return targets.find(({ environmentId }) => environmentId === target.environmentId) ?? target;
  };
  const isOver = ['ready', 'kept', 'cancelled'].includes(target.state);
  if (isOver) return target;
  if (!environment || environment.wanted === 'absent') {
    return save({ state: 'cancelled', error: 'It was deleted meanwhile.' });
  }
  if (target.state !== 'starting') return target;
  const standing = await standingOf(target, environment, rollout, deps);
  if (standing.kind === 'under-way') return target;
  if (standing.kind === 'failed') return save(failureOf(target, standing, deps.now()));
  const broken = await runScript(rollout, target, environment, { incus: deps.incus, signal });
  if (broken !== undefined)
    return save(failureOf(target, { message: broken, cause: 'script' }, deps.now()));
  const isCanary = rollout.canary && target.position === 0 && rollout.state === 'canary';
  const failed = isCanary ? await checkCanary(environment, deps, signal) : undefined;
  if (failed) return save(failureOf(target, { message: failed, cause: 'checks' }, deps.now()));
  await store.saveClassFields(environment.id, { releaseNumber: standing.release });
  return save({ state: 'ready', readyAt: new Date(), error: null, cause: null });
}

function failureOf(
  { attempts }: RolloutTarget,
  { message, cause }: { readonly message: string; readonly cause: string },
  now: Date,
) {
  const isLast = attempts >= mostAttempts;
  return {
    state: 'failed',
    error: message,
    cause,
    ...(!isLast && { retryAt: new Date(now.getTime() + retryDelayMs(attempts)) }),
  } as const;
}
