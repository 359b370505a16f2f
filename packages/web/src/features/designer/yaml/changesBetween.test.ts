import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from './changesBetween.ts';

const apply = (changes: ChangeSet, text: string) =>
  changes.apply(Text.of(text.split('\n'))).toString();
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', ':') });

test('the changes lead from one text to the other, whatever the texts', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      expect(apply(changesBetween(before, after), before)).toBe(after);
    }),
  );
});

test('what is being typed stays when something else changes elsewhere', () => {
  const before = 'title: a\nmemory: 1GiB\nrun: x\n';
  const typed = ChangeSet.of({ from: 8, insert: 'bc' }, before.length);
  const arrived = changesBetween(before, before.replace('run: x', 'run: y and z'));
  const merged = typed.compose(arrived.map(typed));
  expect(apply(merged, before)).toBe('title: abc\nmemory: 1GiB\nrun: y and z\n');
});
