import { errorCodes } from '@labcast/domain';
import { expect, test } from 'vitest';
import { exitCodeFor } from './exitCodes.ts';

test('every refusal has the exit code of its kind', () => {
  expect(Object.fromEntries(errorCodes.map((code) => [code, exitCodeFor(code)]))).toMatchObject({
    'blueprint-invalid': 2,
    'parameter-invalid': 2,
    'type-unknown': 3,
    'environment-not-found': 3,
    'name-taken': 4,
    'capacity-exceeded': 4,
    'confirmation-needed': 4,
    'not-permitted': 4,
    'step-failed': 1,
  });
});

test('a code of a newer server counts as failed', () => {
  expect(exitCodeFor('something-new')).toBe(1);
});
