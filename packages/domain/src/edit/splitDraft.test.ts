import { expect, test } from 'vitest';
import { exampleCatalogue } from '../testing/exampleCatalogue.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { readExample } from '../testing/readExample.ts';
import { dropChanges } from './dropChanges.ts';
import { editLab } from './editLab.ts';
import type { LabEdit } from './labEdit.ts';
import { nextAddress } from './nextAddress.ts';
import { splitDraft } from './splitDraft.ts';

const applied = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24 }
  dmz: { subnet: 10.20.0.0/24 }
elements:
  web: { kind: container, image: debian-12, memory: 1GiB, storage: 8GiB, networks: [lan] }
  db: { kind: container, image: debian-12, networks: [{ name: lan, address: 10.10.0.20 }] }
`;
function parse(text: string) {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: exampleCatalogue });
  return 'blueprint' in parsed ? parsed.blueprint : undefined;
}
function split(...edits: LabEdit[]) {
  return splitDraft(applied, editLab(applied, edits), parse);
}
const set = (name: string, key: string, value: string): LabEdit => ({
  kind: 'set',
  path: ['elements', name, key],
  value,
});
const add: LabEdit = {
  kind: 'add-element',
  name: 'pc',
  element: { kind: 'container', image: 'debian-12' },
};

test.each<[string, LabEdit]>([
  ['made', add],
  ['wired', { kind: 'attach', element: 'web', network: 'dmz' }],
  ['enlarged', set('web', 'memory', '2GiB')],
  ['given a larger disk', set('web', 'storage', '9GiB')],
  ['a network', { kind: 'add-network', name: 'wan' }],
])('what is %s happens at once', (_, edit) => {
  const { now, waiting } = split(edit);
  expect(waiting).toEqual([]);
  expect(now).toBe(editLab(applied, [edit]));
});

test.each<[string, LabEdit]>([
  ['deletes', { kind: 'remove-element', name: 'db' }],
  ['replaces', set('web', 'image', 'other')],
  ['shrinks a disk', set('web', 'storage', '4GiB')],
  ['shrinks memory', set('web', 'memory', '512MiB')],
  ['restarts', { kind: 'attach', element: 'db', network: 'lan', address: '10.10.0.30' }],
  ['takes a network away', { kind: 'remove-network', name: 'dmz' }],
])('what %s waits, and nothing of it is applied', (_, edit) => {
  const { now, waiting } = split(edit);
  expect(waiting.length).toBeGreaterThan(0);
  expect(readExample(now)).toEqual(readExample(applied));
});

test('what waits does not hold up what may happen', () => {
  const { now, waiting } = split({ kind: 'remove-element', name: 'db' }, add);
  expect(waiting.map(({ element }) => element)).toEqual(['db']);
  expect(Object.keys(readExample(now).elements)).toEqual(['web', 'db', 'pc']);
});

test('what is new but needs what waits, waits with it', () => {
  const { now } = split(
    { kind: 'remove-element', name: 'db' },
    {
      kind: 'add-element',
      name: 'pc',
      element: {
        kind: 'container',
        image: 'debian-12',
        networks: [{ name: 'lan', address: '10.10.0.20' }],
      },
    },
  );
  expect(readExample(now)).toEqual(readExample(applied));
});

test('a draft with mistakes changes nothing', () => {
  expect(splitDraft(applied, 'version: 2\n', parse)).toEqual({ now: applied, waiting: [] });
});

test('the next address is one that nobody has', () => {
  expect(nextAddress(readExample(applied), 'lan')).toBe('10.10.0.11');
  expect(nextAddress(readExample(applied), 'wan')).toBeUndefined();
});

test('a change that is dropped leaves the others, and what comes back is in its place', () => {
  const draft = editLab(applied, [{ kind: 'remove-element', name: 'web' }, add]);
  const kept = readExample(dropChanges(applied, draft, 'web'));
  expect(Object.keys(kept.elements)).toEqual(['web', 'db', 'pc']);
  const only = editLab(applied, [{ kind: 'remove-element', name: 'web' }]);
  expect(dropChanges(applied, only, 'web')).toBe(applied);
});

test('the checks of an element that is to be deleted wait with it', () => {
  const checked = `${applied}checks:\n  - { name: db answers, on: db, run: 'true' }\n  - { name: web answers, on: web, run: 'true' }\n`;
  const draft = editLab(checked, [{ kind: 'remove-element', name: 'db' }, add]);
  expect(readExample(draft).checks.map(({ on }) => on)).toEqual(['web']);
  const { now } = splitDraft(checked, draft, parse);
  expect(readExample(now).checks.map(({ on }) => on)).toEqual(['db', 'web']);
  expect(Object.keys(readExample(now).elements)).toEqual(['web', 'db', 'pc']);
});
