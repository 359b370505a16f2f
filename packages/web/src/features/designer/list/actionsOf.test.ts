import { states } from '@labcast/domain';
import { expect, test } from 'vitest';
import { actionsOf } from './actionsOf.ts';

test('what runs can be stopped, what is stopped can be started, what failed can be retried', () => {
  expect(actionsOf('container', 'ready')).toEqual(['restart', 'stop']);
  expect(actionsOf('vm', 'stopped')).toEqual(['start']);
  expect(actionsOf('cluster', 'failed')).toEqual(['retry']);
});

test('an app is never stopped alone', () => {
  for (const state of states) expect(actionsOf('app', state)).not.toContain('stop');
});

test('nothing is asked of what is on its way', () => {
  for (const state of ['planned', 'waiting', 'starting', 'deleting', 'gone'] as const)
    expect(actionsOf('container', state)).toEqual([]);
});
