import type { RolloutState, TargetState } from './rollout.ts';

/** As far as it decides what comes next. */
export interface TargetNow {
  readonly id: string;
  readonly state: TargetState;
  readonly attempts: number;
  readonly retryAt?: Date;
}

export interface RolloutNow {
  readonly canary: boolean;
  /** In their order: the first one that is not left alone is the canary. */
  readonly targets: readonly TargetNow[];
  /** How many are brought up at once: what the lab host carries out at the same time, more only makes each one wait. */
  readonly atOnce: number;
  readonly now: Date;
}

export interface NextTargets {
  readonly state: Extract<RolloutState, 'canary' | 'running' | 'done' | 'failed'>;
  /** Which to begin with now. */
  readonly start: readonly string[];
}

export const mostAttempts = 3;
const firstRetryMs = 5_000;

/** What comes next: the canary alone, then waves. What failed is tried again after a while and keeps nobody waiting. */
export function nextTargets({ canary, targets, atOnce, now }: RolloutNow): NextTargets {
  const meant = targets.filter(({ state }) => state !== 'kept' && state !== 'cancelled');
  const first = meant[0];
  const isFirst = canary && first !== undefined && first.state !== 'ready';
  const candidates = isFirst ? [first] : meant;
  const isOver = candidates.every(
    ({ state, attempts }) => state === 'ready' || (state === 'failed' && attempts >= mostAttempts),
  );
  if (isOver) return { state: isFirst ? 'failed' : 'done', start: [] };
  const underWay = candidates.filter(({ state }) => state === 'starting').length;
  const free = Math.max(0, atOnce - underWay);
  const start = candidates.filter((target) => mayStart(target, now)).slice(0, free);
  return { state: isFirst ? 'canary' : 'running', start: start.map(({ id }) => id) };
}

function mayStart({ state, attempts, retryAt }: TargetNow, now: Date): boolean {
  if (state === 'waiting') return true;
  return state === 'failed' && attempts < mostAttempts && (retryAt === undefined || retryAt <= now);
}

/** Milliseconds until a target that failed so often is tried again. */
export function retryDelayMs(attempts: number): number {
  return firstRetryMs * 2 ** Math.max(0, attempts - 1);
}
