import { expect, test } from 'vitest';
import { countUpdated, groupOutcomes, type Target } from './groupOutcomes.ts';

const target = (environment: string, outcome: Target['outcome']): Target => ({
  environment,
  outcome,
  elements: [],
});

test('those whose work is touched are read first, and nobody is in two groups', () => {
  const targets = [
    target('1', 'same'),
    target('2', 'keep'),
    target('3', 'replace'),
    target('4', 'replace-kept'),
  ];
  const groups = groupOutcomes(targets);
  expect(groups.map(({ group }) => group)).toEqual(['touched', 'replace', 'same']);
  expect(groups[0]?.targets.map(({ environment }) => environment)).toEqual(['2', '4']);
  expect(countUpdated(targets)).toBe(2);
});
