import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExample } from '../testing/readExample.ts';
import { editLab } from './editLab.ts';
import type { LabEdit } from './labEdit.ts';
import { mergeLabs } from './mergeLabs.ts';

const base = `version: 1
elements:
  # The first one.
  web: { kind: container, image: debian-12, memory: 512MiB }
  db: { kind: container, image: debian-12 }
`;
const edit = (...edits: LabEdit[]) => editLab(base, edits);
const set = (name: string, key: string, value: string | undefined): LabEdit => ({
  kind: 'set',
  path: ['elements', name, key],
  value,
});
const add = (name: string, memory: string, address?: string): LabEdit => ({
  kind: 'add-element',
  name,
  element: {
    kind: 'container',
    image: 'debian-12',
    memory,
    ...(address !== undefined && { networks: [{ name: 'lan', address }] }),
  },
});
function merge(mine: string, theirs: string) {
  const merged = mergeLabs({ base, mine, theirs });
  return 'text' in merged ? readExample(merged.text) : merged;
}

test('what each of two people changed is there afterwards', () => {
  const merged = merge(
    edit(set('web', 'memory', '1GiB'), add('pc', '1GiB')),
    edit(set('web', 'storage', '9GiB'), { kind: 'remove-element', name: 'db' }),
  );
  const both = edit(
    set('web', 'memory', '1GiB'),
    set('web', 'storage', '9GiB'),
    { kind: 'remove-element', name: 'db' },
    add('pc', '1GiB'),
  );
  expect(merged).toEqual(readExample(both));
});

test('the same field, changed to different values, is for people to decide', () => {
  const merged = mergeLabs({
    base,
    mine: edit(set('web', 'memory', '1GiB')),
    theirs: edit(set('web', 'memory', '2GiB')),
  });
  expect(merged).toEqual({ conflicts: ['elements.web.memory'] });
});

test('who changed what somebody else has removed is asked', () => {
  const mine = edit(set('web', 'memory', '1GiB'));
  const theirs = edit({ kind: 'remove-element', name: 'web' });
  expect(mergeLabs({ base, mine, theirs })).toEqual({ conflicts: ['elements.web.memory'] });
});

test('the same change by both is one', () => {
  const same = edit(set('web', 'memory', '1GiB'));
  const theirs = editLab(same, [{ kind: 'set', path: ['title'], value: 'Shop' }]);
  expect(merge(same, theirs)).toEqual(readExample(theirs));
});

test('two machines made at the same moment, with the same name and address, are two', () => {
  const merged = merge(
    edit(add('pc', '1GiB', '10.10.0.12')),
    edit(add('pc', '2GiB', '10.10.0.12')),
  );
  expect(merged).toMatchObject({
    elements: { pc: { memoryBytes: 2 * 1024 ** 3 }, 'pc-2': { memoryBytes: 1024 ** 3 } },
  });
});

test('taking back a change leaves what came after it', () => {
  const first = edit(add('pc', '1GiB'));
  const later = editLab(first, [set('web', 'memory', '3GiB')]);
  const undone = mergeLabs({ base: first, mine: base, theirs: later });
  expect('text' in undone && readExample(undone.text)).toEqual(
    readExample(edit(set('web', 'memory', '3GiB'))),
  );
});

test('who did nothing gets what the other did, character by character', () => {
  const any = fc.constantFrom(edit(add('pc', '1GiB')), edit(set('db', 'memory', '3GiB')), base);
  fc.assert(
    fc.property(any, (text) => {
      expect(mergeLabs({ base, mine: base, theirs: text })).toEqual({ text });
      expect(mergeLabs({ base, mine: text, theirs: base })).toEqual({ text });
    }),
  );
});
