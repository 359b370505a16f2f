import { catalogueImages, labJsonSchema } from '@labcast/domain';
import { expect, test } from 'vitest';
import { completeLab } from './completeLab.ts';
import type { Schema } from './schemasAt.ts';

const sources = { schema: labJsonSchema() as Schema, images: catalogueImages };

/** Labels offered at `|`, which is not part of the text. */
function offeredAt(marked: string): string[] {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return (completeLab(text, offset, sources)?.options ?? []).map(({ label }) => label);
}

test('at the top stand the keys that the lab does not have yet', () => {
  expect(offeredAt('version: 1\n|\nelements: {}\n')).toEqual([
    'title',
    'networks',
    'checks',
    'instructions',
    'solution',
  ]);
});

test('an element without a kind is offered the keys of all kinds, one with a kind its own', () => {
  expect(offeredAt('elements:\n  web:\n    |')).toContain('nodes');
  const own = offeredAt('elements:\n  web:\n    kind: container\n    |\n    cpu: 1\n');
  expect(own).toContain('memory');
  expect(own).not.toContain('nodes');
  expect(own).not.toContain('cpu');
  expect(own).not.toContain('kind');
});

test('the kinds of element are offered as values', () => {
  const kinds = offeredAt('elements:\n  web:\n    kind: |');
  expect(kinds).toEqual(expect.arrayContaining(['container', 'cluster', 'app']));
});

test('images are those of the catalogue that fit the kind', () => {
  expect(offeredAt('elements:\n  web:\n    kind: container\n    image: de|')).toEqual(
    expect.arrayContaining(['debian-12', 'desktop']),
  );
  const ofApp = offeredAt('elements:\n  web:\n    kind: app\n    image: |');
  expect(ofApp).toContain('nginx');
  expect(ofApp).not.toContain('debian-12');
});

test('networks are those of the lab, in a list and within brackets', () => {
  const head = 'networks:\n  office: { subnet: 10.1.0.0/24 }\n  dmz: { subnet: 10.2.0.0/24 }\n';
  const web = 'elements:\n  web:\n    kind: container\n    networks:';
  expect(offeredAt(`${head}${web}\n      - |`)).toEqual(
    expect.arrayContaining(['office', 'dmz', 'name', 'address']),
  );
  expect(offeredAt(`${head}${web} [office, d|`)).toEqual(expect.arrayContaining(['dmz']));
  expect(offeredAt(`${head}${web}\n      - { name: |`)).toEqual(expect.arrayContaining(['dmz']));
  expect(offeredAt(`${head}${web}\n      - { name: dmz, |`)).toEqual(['address']);
});

test('a list may stand at the column of its key', () => {
  expect(offeredAt('elements:\n  a: { kind: app }\nchecks:\n- name: x\n  on: |')).toContain('a');
  expect(offeredAt('checks:\n- name: x\n  |')).not.toContain('name');
});

test('apps are offered clusters only', () => {
  const lab =
    'elements:\n  c: { kind: cluster }\n  m: { kind: container }\n  web:\n    kind: app\n';
  const offered = offeredAt(`${lab}    on: |`);
  expect(offered).toContain('c');
  expect(offered).not.toContain('m');
});

test('nothing is offered in comments and in the text of a file', () => {
  expect(offeredAt('# |')).toEqual([]);
  expect(
    offeredAt('elements:\n  a:\n    kind: container\n    files:\n      - content: |\n          x§'),
  ).toEqual([]);
  const inFile = 'elements:\n  a:\n    files:\n      - content: >-\n          ima|';
  expect(offeredAt(inFile)).toEqual([]);
});

test('a key brings what follows it: a value on its line, a list or mapping on the next', () => {
  const text = 'elements:\n  a:\n    kind: container\n    ';
  const options = completeLab(text, text.length, sources)?.options ?? [];
  const textOf = (label: string) => options.find((each) => each.label === label)?.text;
  expect(textOf('memory')).toBe('memory: ');
  expect(textOf('run')).toBe('run:\n      - ');
});

test('each key says what it is for', () => {
  const options = completeLab('', 0, sources)?.options ?? [];
  for (const option of options) expect(option.info?.length).toBeGreaterThan(5);
});
