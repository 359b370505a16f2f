import type { ApiEvent, EnvironmentView } from '@labcast/api-client';
import { expect, test } from 'vitest';
import { applyEvent } from './applyEvent.ts';

const view = (more: Partial<EnvironmentView> = {}): EnvironmentView => ({
  assignment: 'firewall-4f2c',
  environment: 'dev',
  id: 'one',
  key: 'abcdefg',
  role: 'dev',
  wanted: 'running',
  generation: 2,
  blueprintGeneration: 2,
  clipboard: 'both',
  beforeDisks: [],
  settled: false,
  createdAt: '2026-11-24T10:00:00Z',
  updatedAt: '2026-11-24T10:00:05Z',
  status: { state: 'starting', conditions: [], elements: [], steps: [], attempts: 0 },
  ...more,
});
const told = (data: EnvironmentView): ApiEvent => ({ event: 'environment', data });

test('what is told replaces what is shown', () => {
  const later = view({ updatedAt: '2026-11-24T10:00:06Z' });
  expect(applyEvent(view(), told(later))).toBe(later);
  expect(applyEvent(undefined, told(later))).toBe(later);
});

test('what was overtaken on its way changes nothing', () => {
  const shown = view();
  expect(applyEvent(shown, told(view({ updatedAt: '2026-11-24T10:00:04Z' })))).toBe(shown);
  const old = view({ generation: 1, blueprintGeneration: 1, updatedAt: '2026-11-24T10:00:09Z' });
  expect(applyEvent(shown, told(old))).toBe(shown);
});

test('an environment made anew at the same address takes the place of the removed one', () => {
  const old = view({ removedAt: '2026-11-24T10:01:00Z', generation: 9 });
  const anew = view({ id: 'two', generation: 1, createdAt: '2026-11-24T10:02:00Z' });
  expect(applyEvent(old, told(anew))).toBe(anew);
  expect(applyEvent(anew, told(old))).toBe(anew);
});

test('a heartbeat and a log line change no environment', () => {
  const shown = view();
  expect(applyEvent(shown, { event: 'heartbeat', data: {} })).toBe(shown);
});
