import type { RolloutView } from '@labcast/api-client';
import { printDuration } from '../../../components/printDuration.ts';
import { rolloutText as text } from './rolloutText.ts';

const running: readonly string[] = [
  'waiting',
  'canary',
  'running',
  'paused',
] satisfies RolloutView['state'][];

export function isUnderWay({ state }: Pick<RolloutView, 'state'>): boolean {
  return running.includes(state);
}

/** `19 of 30 ready, 11 s, about 9 s left`, or how it ended: `30 ready in 41 s, slowest 9.8 s`. `now` in milliseconds. */
export function describeRollout(rollout: RolloutView, now: number): string {
  const { state, counts, startedAt } = rollout;
  const { ready, total, kept, failed } = counts;
  const begun = startedAt === undefined ? undefined : Date.parse(startedAt);
  if (state === 'cancelled') return text.cancelled(ready, total);
  if (state === 'failed') return text.stopped(ready, total);
  if (state === 'done') return describeEnd(rollout, begun ?? now);
  if (begun === undefined) return text.ready(ready, total);
  const passed = now - begun;
  return [
    text.ready(ready, total),
    printDuration(passed),
    ...leftOf({ passed, done: ready + failed + kept, total, state }),
  ].join(', ');
}

function describeEnd(rollout: RolloutView, begun: number): string {
  const { counts, endedAt, slowestMs } = rollout;
  const { ready, kept, failed } = counts;
  if (isOffer(rollout)) return text.offered(kept, ready);
  const took = text.seconds(Date.parse(endedAt ?? '') - begun);
  const slowest = slowestMs === undefined ? undefined : text.seconds(slowestMs);
  return [
    text.done(ready, took, slowest),
    kept > 0 ? text.kept(kept) : '',
    failed > 0 ? text.failedCount(failed) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What each student takes when it suits. */
export function isOffer({ kind, atFirstOpen }: Pick<RolloutView, 'kind' | 'atFirstOpen'>): boolean {
  return kind === 'update' && atFirstOpen;
}

/** Only from what was seen so far: with nobody ready there is nothing to reckon from. */
function leftOf(seen: { passed: number; done: number; total: number; state: string }): string[] {
  const { passed, done, total, state } = seen;
  if (state !== 'running' || done === 0 || done >= total || passed < 1000) return [];
  return [text.left(printDuration((passed / done) * (total - done)))];
}
