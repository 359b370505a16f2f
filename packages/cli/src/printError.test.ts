import { expect, test } from 'vitest';
import { formatProblem } from './printError.ts';

test('a problem names file, line, place, what is wrong and what to do', () => {
  const problem = {
    message: 'memory has no unit.',
    remedy: 'Write 512MiB.',
    line: 14,
    path: 'elements.web.memory',
  };
  const sentence = 'elements.web.memory: memory has no unit. Write 512MiB.';
  expect(formatProblem(problem, 'lab.yaml')).toBe(`lab.yaml:14: ${sentence}`);
  expect(formatProblem({ ...problem, file: 'lab.yaml' }, 'labs/web.yaml')).toBe(
    `labs/web.yaml:14: ${sentence}`,
  );
});

test('a problem without a place is a sentence alone', () => {
  expect(formatProblem({ message: 'Too much memory' })).toBe('Too much memory.');
});
