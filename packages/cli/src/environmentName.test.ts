import { expect, test } from 'vitest';
import { environmentName, parseAssignmentName, parseEnvironmentName } from './environmentName.ts';

test("an assignment's name alone means its dev environment", () => {
  expect(parseEnvironmentName('web')).toEqual({ assignment: 'web', environment: 'dev' });
  expect(parseEnvironmentName('web/prod')).toEqual({ assignment: 'web', environment: 'prod' });
});

test('what is read is written the same way', () => {
  for (const text of ['web', 'web/prod', 'web-2/s-17']) {
    expect(environmentName(parseEnvironmentName(text))).toBe(text);
  }
});

test.each(['', '/', 'web/', '/dev', 'a/b/c', '../x', 'web?x', 'Web', 'web/dev#'])(
  '%j is no name of an environment',
  (text) => {
    expect(() => parseEnvironmentName(text)).toThrow('is not the name of an environment');
  },
);

test('what concerns an assignment accepts no environment', () => {
  expect(() => parseAssignmentName('web/dev')).toThrow('is not the name of an assignment');
});
