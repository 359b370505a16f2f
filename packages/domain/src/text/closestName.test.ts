import { expect, test } from 'vitest';
import { closestName, suggestName } from './closestName.ts';

const known = ['cpu', 'memory', 'storage', 'networks'];

test.each([
  ['memroy', 'memory'],
  ['Memory', 'memory'],
  ['network', 'networks'],
  ['stroage', 'storage'],
  ['cpus', 'cpu'],
  ['disk', undefined],
])('%s means %s', (misspelt, meant) => {
  expect(closestName(misspelt, known)).toBe(meant);
});

test('where nothing is near, all names are given', () => {
  expect(suggestName('disk', known)).toBe('Known here: cpu, memory, storage, networks.');
});
