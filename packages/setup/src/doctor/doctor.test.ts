import { expect, test } from 'vitest';
import { describeFindings } from './doctor.ts';
import { ok, problem } from './finding.ts';

test('each problem is followed by its remedy, and the sum tells how many', () => {
  const text = describeFindings([
    ok('Incus 6.0.4'),
    problem('warning', 'One core.', 'Use two.'),
    problem('error', 'No pool.', 'Run `make up`.'),
  ]);
  expect(text).toContain('ERROR   No pool.\n        -> Run `make up`.');
  expect(text).toContain('1 errors, 1 warnings');
});

test('a healthy machine is said to be well', () => {
  expect(describeFindings([ok('Incus 6.0.4')])).toMatch(/Everything is well\.$/);
});
