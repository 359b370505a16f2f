import { expect, test } from 'vitest';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { LabcastError } from '../errors.ts';
import { exampleCatalogue } from '../testing/exampleCatalogue.ts';
import { buildBlueprintText } from './buildBlueprintText.ts';
import type { TypeDefinition } from './defineType.ts';
import { defineType } from './defineType.ts';

const text = `# A shop for two people.
version: 1
elements:
  web: # the shop itself
    kind: container
    image: debian-12
    memory: 256MiB # enough
  cluster: { kind: cluster, nodes: 2, cpu: 1 } # small
  shop: { kind: app, on: cluster, image: nginx, volume: { path: /data, size: 1GiB } }
`;

const parameters = [
  { name: 'memory', path: 'elements.web.memory', summary: 'Memory of the shop' },
  { name: 'storage', path: 'elements.web.storage', summary: 'Disk of the shop' },
  { name: 'nodes', path: 'elements.cluster.nodes', summary: 'Nodes' },
  { name: 'cpu', path: 'elements.cluster.cpu', summary: 'CPU of each node' },
  { name: 'image', path: 'elements.web.image', summary: 'Image' },
  { name: 'data', path: 'elements.shop.volume.size', summary: 'Data' },
];
const definition: TypeDefinition = { name: 'shop', summary: 'A shop', blueprint: text, parameters };

function refusalOf(changes: Partial<TypeDefinition>): LabcastError {
  try {
    defineType({ ...definition, ...changes }, exampleCatalogue);
  } catch (error) {
    if (error instanceof LabcastError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

test('kind, default and bounds of a parameter come from the value that it stands for', () => {
  const { parameters: derived } = defineType(definition, exampleCatalogue);
  expect(derived).toMatchObject([
    { name: 'memory', kind: 'size', default: '256MiB', minimum: '64MiB' },
    // Not written in the lab: what the image recommends.
    { name: 'storage', kind: 'size', default: '4GiB', minimum: '1GiB' },
    { name: 'nodes', kind: 'count', default: '2', minimum: '1', maximum: '20' },
    { name: 'cpu', kind: 'cores', default: '1', minimum: '0.5' },
    { name: 'image', kind: 'text', default: 'debian-12' },
    { name: 'data', kind: 'size', default: '1GiB' },
  ]);
});

test('without parameters the text is the saved one, to the letter', () => {
  const type = defineType(definition, exampleCatalogue);
  expect(buildBlueprintText('shop', {}, [type])).toBe(text);
  expect(buildBlueprintText('shop', { memory: '256MiB', nodes: '2' }, [type])).toBe(text);
});

test('values come to their places, and comments stay at theirs', () => {
  const type = defineType(definition, exampleCatalogue);
  const given = { memory: '1GiB', storage: '8GiB', nodes: '3', cpu: '500m', data: '2GiB' };
  const built = buildBlueprintText('shop', given, [type]);
  for (const comment of ['# A shop for two people.', '# the shop itself', '# enough', '# small'])
    expect(built).toContain(comment);
  const parsed = parseBlueprint(built, { file: 'shop', catalogue: exampleCatalogue });
  expect(parsed).toMatchObject({
    blueprint: {
      elements: {
        web: { memoryBytes: 1024 ** 3, storageBytes: 8 * 1024 ** 3 },
        cluster: { nodes: 3, cpu: 0.5 },
        shop: { volume: { sizeBytes: 2 * 1024 ** 3 } },
      },
    },
  });
});

test('a saved type refuses wrong parameters as a built-in one does', () => {
  const type = defineType(definition, exampleCatalogue);
  const build = (given: Record<string, string>) => () => buildBlueprintText('shop', given, [type]);
  expect(build({ memory: '1MiB' })).toThrow('memory=1MiB: memory is at least 64MiB');
  expect(build({ memroy: '1GiB' })).toThrow('has no parameter memroy');
  expect(() => buildBlueprintText('shpo', {}, [type])).toThrow('container, desktop, vm, shop');
});

test('everything that is wrong is told at once, with the parameter that it is about', () => {
  const refusal = refusalOf({
    name: 'Shop!',
    parameters: [
      { name: 'memory', path: 'elements.web.memroy', summary: '' },
      { name: 'name', path: 'elements.web.memory', summary: '' },
      { name: 'memory', path: 'elements.web.memory', summary: '' },
      { name: 'title', path: 'title', summary: '' },
    ],
  });
  expect(refusal.code).toBe('parameter-invalid');
  expect(refusal.problems.map(({ path, message }) => `${path ?? ''}: ${message}`)).toEqual([
    'name: "Shop!" cannot be the name of a type',
    'parameters.1.name: "name" cannot be the name of a parameter',
    'parameters.2.name: Two parameters are called memory',
    'parameters.2.path: The parameters name and memory stand for the same value, elements.web.memory',
    'parameters.0.path: The parameter memory stands for elements.web.memroy, which is no value of this lab that can be chosen',
    'parameters.3.path: The parameter title stands for title, which is no value of this lab that can be chosen',
  ]);
  expect(refusal.problems[4]?.remedy).toBe('Did you mean elements.web.memory?');
});

test("a built-in's name is taken, and a lab with mistakes is no type", () => {
  expect(refusalOf({ name: 'webserver' }).code).toBe('name-taken');
  expect(refusalOf({ blueprint: 'version: 2' }).code).toBe('blueprint-invalid');
});
