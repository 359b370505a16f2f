import { expect, test } from 'vitest';
import type { Check } from '../blueprint/blueprint.ts';
import { judgeCheck, mostOutputBytes } from './judgeCheck.ts';

const check: Check = {
  name: 'the page answers',
  on: 'web',
  run: 'curl -fsS localhost',
  expect: { exitCode: 0, output: 'Welcome' },
  timeoutSeconds: 10,
};
const ran = { exitCode: 0, output: 'Welcome here\n', milliseconds: 5, at: '2026-01-01T00:00:00Z' };

test('a check passes with the exit code and the output that it shall have', () => {
  expect(judgeCheck(check, ran)).toEqual({
    name: 'the page answers',
    on: 'web',
    passed: true,
    at: ran.at,
    exitCode: 0,
    output: 'Welcome here',
    expected: 'exit code 0 and "Welcome" in the output',
    milliseconds: 5,
  });
});

test('another exit code, other output, and a command that did not end all fail', () => {
  expect(judgeCheck(check, { ...ran, exitCode: 7 }).passed).toBe(false);
  expect(judgeCheck(check, { ...ran, output: 'Goodbye' }).passed).toBe(false);
  const { output, milliseconds, at } = ran;
  const trouble = 'It did not end within 10 s.';
  const late = judgeCheck(check, { output, milliseconds, at, trouble });
  expect(late).toMatchObject({ passed: false });
  expect(late.output).toBe('Welcome here\nIt did not end within 10 s.');
  expect(late).not.toHaveProperty('exitCode');
});

test('a check may want a command to fail', () => {
  const closed: Check = { ...check, expect: { exitCode: 1 } };
  expect(judgeCheck(closed, { ...ran, exitCode: 1 })).toMatchObject({
    passed: true,
    expected: 'exit code 1',
  });
});

test('what is expected is looked for in all of the output, of which the beginning is kept', () => {
  const output = `${'x'.repeat(mostOutputBytes)}Welcome`;
  const result = judgeCheck(check, { ...ran, output });
  expect(result.passed).toBe(true);
  expect(result.output).toBe(`${'x'.repeat(mostOutputBytes)}\n(7 more characters)`);
});
