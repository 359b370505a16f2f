import { expect, test } from 'vitest';
import { checkName } from './checkName.ts';
import { commonValue } from './commonValue.ts';

test('a name follows the rules of host names', () => {
  for (const name of ['web', 'web-2', 'a', `a${'b'.repeat(29)}`])
    expect(checkName(name, [])).toBeUndefined();
  for (const name of ['', 'Web', '2web', 'web-', 'büro', 'a b', `a${'b'.repeat(30)}`])
    expect(checkName(name, [])).toBeTypeOf('string');
});

test('a taken name is refused by name', () => {
  expect(checkName('db', ['web', 'db'])).toContain('called db already');
  expect(checkName('gateway', [])).toContain('taken by Labcast itself');
});

test('values that differ are mixed', () => {
  expect(commonValue([1, 1])).toBe(1);
  expect(commonValue([1, 2])).toBe('mixed');
  expect(commonValue([])).toBeUndefined();
  expect(commonValue([undefined, 'a'])).toBe('mixed');
});
