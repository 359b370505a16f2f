import { expect, test } from 'vitest';
import { toPlainNeeds, usualNeeds } from './toPlainNeeds.ts';

test('the usual needs are machines with a terminal, of usual size', () => {
  expect(toPlainNeeds(usualNeeds)).toEqual({
    students: 30,
    internet: true,
    container: { count: 1 },
  });
});

test('nothing is asked while nothing was chosen', () => {
  expect(toPlainNeeds({ ...usualNeeds, containers: 0 })).toBeUndefined();
  expect(toPlainNeeds({ ...usualNeeds, students: 0 })).toBeUndefined();
  expect(toPlainNeeds({ ...usualNeeds, containers: 0, webserver: true })).toBeDefined();
});

test('own sizes are passed on as they were typed, and those left empty stay usual', () => {
  const form = { ...usualNeeds, hasOwnSizes: true, cpu: ' 2 ', memory: '', storage: '8GiB' };
  expect(toPlainNeeds(form)).toMatchObject({ cpu: '2', storage: '8GiB' });
  expect(toPlainNeeds(form)).not.toHaveProperty('memory');
  expect(toPlainNeeds({ ...form, hasOwnSizes: false })).not.toHaveProperty('storage');
});
