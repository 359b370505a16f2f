import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { catalogueImages } from '../catalogue/catalogue.ts';
import { LabcastError } from '../errors.ts';
import type { PlainNeeds } from './plainNeeds.ts';
import { planNeeds } from './planNeeds.ts';

function plan(needs: Partial<PlainNeeds>) {
  return planNeeds({ students: 30, internet: true, ...needs }, catalogueImages);
}

function read(text: string) {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.blueprint;
}

function refusalOf(needs: Partial<PlainNeeds>): LabcastError {
  try {
    plan(needs);
  } catch (error) {
    if (error instanceof LabcastError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

test('without sizes every machine gets what its image recommends, written out', () => {
  const { blueprint, title, notes } = plan({ container: { count: 2 }, desktop: true });
  expect(title).toBe('Desktop, 2 machines');
  expect(notes).toEqual([]);
  expect(blueprint).toContain('memory: 512MiB');
  expect(read(blueprint).elements).toMatchObject({
    desktop: { image: 'desktop', cpu: 2, memoryBytes: 2 * 1024 ** 3 },
    'machine-1': { image: 'debian-12', memoryBytes: 512 * 1024 ** 2 },
    'machine-2': { image: 'debian-12' },
  });
});

test('a web server brings a cluster of one node, and runs on the one that is asked for', () => {
  const alone = read(plan({ webserver: true, internet: false }).blueprint);
  expect(alone.elements).toMatchObject({
    cluster: { kind: 'cluster', nodes: 1 },
    web: { kind: 'app', on: 'cluster', port: 80 },
  });
  expect(alone.networks).toMatchObject({ lan: { internet: false } });
  const asked = plan({ webserver: true, cluster: { nodes: 3 }, container: { count: 1 } });
  expect(asked.title).toBe('Machine, web server on a cluster of 3 nodes');
  expect(read(asked.blueprint)).toMatchObject({
    elements: { cluster: { nodes: 3 } },
    checks: [{ on: 'cluster' }, { on: 'machine', run: 'curl -fsS http://web' }],
  });
});

test("a machine's own wish goes before the one for all, and the least that works before both", () => {
  const { blueprint, notes } = plan({
    memory: '128MiB',
    container: { count: 1, cpu: '500m' },
    desktop: { memory: '1GiB' },
    cluster: { nodes: 1 },
  });
  expect(read(blueprint).elements).toMatchObject({
    desktop: { memoryBytes: 1024 ** 3 },
    machine: { memoryBytes: 128 * 1024 ** 2, cpu: 0.5 },
    cluster: { memoryBytes: 768 * 1024 ** 2 },
  });
  expect(notes).toEqual([
    'cluster gets 768 MiB of memory instead of 128 MiB: with less it does not work.',
  ]);
});

test('all that is wrong is told at once, each with its path', () => {
  const refusal = refusalOf({
    students: 0,
    cpu: 'many',
    memory: '512',
    container: { count: 99, storage: '4gb' },
    cluster: { nodes: 21 },
  });
  expect(refusal.code).toBe('parameter-invalid');
  const paths = new Set(refusal.problems.map(({ path }) => path));
  expect([...paths].sort()).toEqual([
    'cluster.nodes',
    'container.count',
    'container.storage',
    'cpu',
    'memory',
    'students',
  ]);
  expect(refusalOf({}).message).toBe('Nothing is asked for.');
});

test('whatever is wished for that is possible is a lab without problems', () => {
  const sizes = fc.record(
    { cpu: fc.constantFrom(0.5, '1'), memory: fc.constantFrom('1MiB', '3GiB') },
    { requiredKeys: [] },
  );
  const needs = fc.record({
    students: fc.integer({ min: 1, max: 300 }),
    container: fc.record({ count: fc.integer({ min: 1, max: 50 }) }),
    desktop: fc.oneof(fc.boolean(), sizes),
    webserver: fc.boolean(),
    cluster: fc.option(fc.record({ nodes: fc.integer({ min: 1, max: 20 }) }), { nil: undefined }),
    internet: fc.boolean(),
    storage: fc.constantFrom('1GiB', '20GiB'),
  });
  fc.assert(
    fc.property(needs, ({ cluster, ...rest }) => {
      const { blueprint } = plan({ ...rest, ...(cluster && { cluster }) });
      expect(Object.keys(read(blueprint).elements).length).toBeGreaterThan(0);
    }),
  );
});
