import { expect, test } from 'vitest';
import type { Line } from './line.ts';
import { describeNextTry, describeOutage, outageText } from './outageText.ts';

const lost = (outage: Extract<Line, { phase: 'lost' }>['outage']): Line => ({
  phase: 'lost',
  attempt: 2,
  failures: 1,
  since: 0,
  outage,
  retryAt: 4_000,
});

test('a lost line says when it is tried again', () => {
  expect(describeNextTry(lost({ kind: 'network' }), 1_500)).toBe(outageText.next(3));
});

test('a machine that is being made says what is done, and counts no tries', () => {
  const outage = { kind: 'machine-busy', reason: 'Make web' } as const;
  expect(describeNextTry(lost(outage), 1_500)).toBe(outageText.byItself);
  expect(describeOutage(outage, 'web', '4 s')).toEqual({
    title: 'web is not up yet.',
    text: 'Now: Make web',
  });
});
