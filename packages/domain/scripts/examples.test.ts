import { readdirSync, readFileSync } from 'node:fs';
import { catalogueImages, listScenarios, parseBlueprint, printBlueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import { renderScenarios } from './renderScenarios.ts';

const root = new URL('../../../', import.meta.url);
const names = readdirSync(new URL('examples/', root), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yaml'),
);
const scenarios = listScenarios(catalogueImages);

test('there are examples', () => {
  expect(names).toContain('isolated.yaml');
  expect(names).toContain('scenarios/web-server.yaml');
});

test.each(names)('%s is a lab without problems, and stays the same when it is printed', (name) => {
  const options = { file: name, catalogue: catalogueImages };
  const text = readFileSync(new URL(`examples/${name}`, root), 'utf8');
  const parsed = parseBlueprint(text, options);
  expect(parsed).toHaveProperty('blueprint');
  if ('blueprint' in parsed)
    expect(parseBlueprint(printBlueprint(parsed.blueprint), options)).toEqual(parsed);
});

test('the module with the scenarios is that of the present files (npm run generate -w packages/domain)', async () => {
  const module = 'packages/domain/src/scenarios/generated/scenarioTexts.ts';
  expect(readFileSync(new URL(module, root), 'utf8')).toBe(await renderScenarios());
});

test('the scenarios come from the simplest to the hardest, and none is forgotten', () => {
  expect(scenarios.map(({ name }) => name)).toEqual([
    'web-server',
    'desktop',
    'two-networks-firewall',
    'lamp',
    'kubernetes-three-nodes',
    'attack-and-defend',
  ]);
});

test.each(scenarios)(
  '$name has a title, one sentence, checks, and a hint what to try',
  (scenario) => {
    const { title, summary, blueprint, elements } = scenario;
    expect(title.length).toBeLessThanOrEqual(40);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(summary.length).toBeLessThanOrEqual(120);
    expect(blueprint.split('\n')[1]).toBe('#');
    expect(elements.length).toBeGreaterThan(0);
    const parsed = parseBlueprint(blueprint, { file: 'lab.yaml', catalogue: catalogueImages });
    expect('blueprint' in parsed && parsed.blueprint.checks.length).toBeGreaterThan(1);
  },
);

test('only the scenario that says so downloads anything while it is made', () => {
  const downloading = scenarios.filter(({ blueprint }) => blueprint.includes('apt-get'));
  expect(downloading.map(({ name }) => name)).toEqual(['lamp']);
  expect(downloading[0]?.blueprint).toContain('it needs the internet');
});

test('the lab of attacks has no way out, and a machine with a kernel of its own', () => {
  const arena = scenarios.find(({ name }) => name === 'attack-and-defend');
  expect(arena?.blueprint).toContain('internet: false');
  expect(arena?.elements.map(({ kind }) => kind)).toContain('vm');
});
