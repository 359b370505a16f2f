import { describe, expect, test } from 'vitest';
import type { TargetNow } from './nextTargets.ts';
import { nextTargets, retryDelayMs } from './nextTargets.ts';

const now = new Date('2026-01-01T09:00:00Z');
const target = (id: string, state: TargetNow['state'] = 'waiting', attempts = 0): TargetNow => ({
  id,
  state,
  attempts,
});
const next = (targets: TargetNow[], canary = true) =>
  nextTargets({ canary, targets, atOnce: 2, now });

describe('nextTargets', () => {
  test('begins with the canary alone, and goes on when it is ready', () => {
    expect(next([target('a'), target('b')])).toEqual({ state: 'canary', start: ['a'] });
    expect(next([target('a', 'starting', 1), target('b')])).toEqual({ state: 'canary', start: [] });
    const rest = [target('a', 'ready', 1), target('b'), target('c'), target('d')];
    expect(next(rest)).toEqual({ state: 'running', start: ['b', 'c'] });
  });

  test('takes the first that is not left alone for the canary', () => {
    expect(next([target('a', 'kept'), target('b'), target('c')]).start).toEqual(['b']);
  });

  test('stops when the canary failed for good', () => {
    expect(next([target('a', 'failed', 3), target('b')])).toEqual({ state: 'failed', start: [] });
  });

  test('has no more under way than the host carries out at once', () => {
    const all = [target('a', 'starting', 1), target('b'), target('c')];
    expect(next(all, false)).toEqual({ state: 'running', start: ['b'] });
  });

  test('lets nobody wait for one that failed, and tries that one again later', () => {
    const failed = { ...target('a', 'failed', 1), retryAt: new Date(now.getTime() + 1) };
    expect(next([failed, target('b')], false).start).toEqual(['b']);
    expect(next([{ ...failed, retryAt: now }], false).start).toEqual(['a']);
    expect(next([target('a', 'failed', 3), target('b', 'ready', 1)], false).state).toBe('done');
  });

  test('waits longer after each failure', () => {
    expect([1, 2, 3].map(retryDelayMs)).toEqual([5_000, 10_000, 20_000]);
  });
});
