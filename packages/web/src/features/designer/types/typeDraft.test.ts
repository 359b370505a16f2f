import { expect, test } from 'vitest';
import {
  checkType,
  describePath,
  hasErrors,
  placeProblems,
  printCommand,
  suggestParameterName,
} from './typeDraft.ts';

const memory = { path: 'elements.web.memory', value: '512MiB' };
const other = { path: 'elements.db.memory', value: '1GiB' };
const nodes = { path: 'elements.k.nodes', value: '3' };

test('a parameter is called by its field, and by its element too where that is needed', () => {
  expect(suggestParameterName(nodes.path, [memory, other, nodes])).toBe('nodes');
  expect(suggestParameterName(memory.path, [memory, other, nodes])).toBe('web-memory');
  const long = { path: `elements.${'a'.repeat(30)}.memory`, value: '1GiB' };
  expect(suggestParameterName(long.path, [memory, long])).toMatch(/^a{23}-memory$/);
  expect(describePath('elements.shop.volume.size')).toBe('volume size of shop');
});

test('the command can be pasted into a shell', () => {
  expect(printCommand('shop', [{ ...memory, name: 'memory' }])).toBe(
    'labcast create shop memory=512MiB',
  );
  expect(printCommand('', [{ path: 'x', value: "a b'c", name: 'x' }])).toBe(
    "labcast create <name> x='a b'\\''c'",
  );
});

test('each mistake stands at its field', () => {
  const errors = checkType({
    name: 'Shop',
    summary: ' ',
    parameters: [
      { ...memory, name: 'memory' },
      { ...other, name: 'memory' },
      { ...nodes, name: 'name' },
    ],
  });
  expect(errors.name).toContain('lowercase');
  expect(errors.summary).toBeDefined();
  expect(Object.keys(errors.parameters)).toEqual([memory.path, other.path, nodes.path]);
  expect(hasErrors(errors)).toBe(true);
  expect(
    hasErrors(
      checkType({ name: 'shop', summary: 'A shop', parameters: [{ ...nodes, name: 'n' }] }),
    ),
  ).toBe(false);
});

test('what the server refuses stands at its field too', () => {
  const problems = [
    { message: 'Taken', path: 'name' },
    { message: 'No value', path: 'parameters.1.path' },
  ];
  const parameters = [
    { ...memory, name: 'a' },
    { ...nodes, name: 'b' },
  ];
  expect(placeProblems(problems, parameters)).toEqual({
    name: 'Taken.',
    parameters: { [nodes.path]: 'No value.' },
  });
});
