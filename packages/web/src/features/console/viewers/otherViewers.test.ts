import { expect, test } from 'vitest';
import { decidesSize, otherViewers } from './otherViewers.ts';
import type { Viewer } from './viewersQuery.ts';

const viewer = (personName: string, more: Partial<Viewer> = {}): Viewer => ({
  personName,
  console: 'screen',
  mode: 'control',
  since: '2026-01-01T10:00:00.000Z',
  ...more,
});

test("one's own windows and other consoles are no company", () => {
  const others = [viewer('Ada'), viewer('Grace'), viewer('Linus', { console: 'files' })];
  expect(otherViewers(others, 'Ada', 'screen')).toEqual([viewer('Grace')]);
});

test('the size of a screen is decided by who controlled it first', () => {
  const late = { since: '2026-01-01T11:00:00.000Z' };
  const two = [viewer('Grace', late), viewer('Ada')];
  expect(decidesSize(two, 'Ada', 'screen')).toBe(true);
  expect(decidesSize(two, 'Grace', 'screen')).toBe(false);
  expect(decidesSize([], 'Ada', 'screen')).toBe(true);
});

test('who only looks on decides nothing, however early', () => {
  const early = { mode: 'view', since: '2026-01-01T09:00:00.000Z' } as const;
  expect(decidesSize([viewer('Grace', early), viewer('Ada')], 'Ada', 'screen')).toBe(true);
});
