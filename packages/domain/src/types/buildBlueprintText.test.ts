import { describe, expect, test } from 'vitest';
import { catalogueImages } from '../catalogue/catalogue.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { LabcastError } from '../errors.ts';
import { buildBlueprintText } from './buildBlueprintText.ts';
import { types } from './types.ts';

function build(type: string, parameters: Record<string, string> = {}) {
  return parseBlueprint(buildBlueprintText(type, parameters), {
    file: type,
    catalogue: catalogueImages,
  });
}

function refusalOf(type: string, parameters: Record<string, string>): LabcastError {
  try {
    buildBlueprintText(type, parameters);
  } catch (error) {
    if (error instanceof LabcastError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe.each(types)('$name', ({ name, parameters }) => {
  test('is a lab without problems with its defaults', () => {
    expect(build(name)).toHaveProperty('blueprint');
  });

  test('is a lab without problems with the least of everything', () => {
    const least = parameters.map((one) => [one.name, one.minimum ?? one.default] as const);
    expect(build(name, Object.fromEntries(least))).toHaveProperty('blueprint');
  });

  test('is a lab without problems with the most of everything', () => {
    const most = parameters.map((one) => [one.name, one.maximum ?? one.default] as const);
    expect(build(name, Object.fromEntries(most))).toHaveProperty('blueprint');
  });
});

test('a web server runs on a cluster of the given size', () => {
  const parsed = build('webserver', { cpu: '1', memory: '1GiB', storage: '4GiB' });
  expect(parsed).toMatchObject({
    blueprint: {
      elements: {
        cluster: {
          kind: 'cluster',
          nodes: 1,
          cpu: 1,
          memoryBytes: 1024 ** 3,
          storageBytes: 4 * 1024 ** 3,
        },
        web: { kind: 'app', on: 'cluster', image: 'nginx', port: 80, memoryBytes: 512 * 1024 ** 2 },
      },
    },
  });
});

test('an unknown type is refused with those that there are', () => {
  const refusal = refusalOf('webservr', {});
  expect(refusal.code).toBe('type-unknown');
  expect(refusal.message).toContain('webserver, kubernetes, container');
  expect(refusal.remedy).toBe('Did you mean webserver?');
});

test('all wrong parameters are refused at once, each with an example', () => {
  const refusal = refusalOf('webserver', {
    cpu: '0.1',
    memory: '512',
    nodes: '21',
    storag: '4GiB',
    image: 'a b',
  });
  expect(refusal.code).toBe('parameter-invalid');
  expect(refusal.problems.map(({ path, message }) => [path, message])).toEqual([
    ['cpu', 'cpu=0.1: cpu is at least 0.5'],
    ['memory', 'memory=512: memory has no unit, write 512MiB'],
    ['nodes', 'nodes=21: nodes is at most 20'],
    ['storag', 'storag=4GiB: the type webserver has no parameter storag'],
    ['image', 'image=a b: image is not the name of an image'],
  ]);
  expect(refusal.problems[1]?.remedy).toContain('Write for example memory=2GiB.');
  expect(refusal.problems[3]?.remedy).toBe('Did you mean storage?');
});
