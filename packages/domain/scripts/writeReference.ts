import { readFile, writeFile } from 'node:fs/promises';
import { renderReference } from './renderReference.ts';
import { renderScenarios } from './renderScenarios.ts';

/** Writes docs/lab-yaml.md, docs/lab.schema.json and the module with the scenarios. */
const root = new URL('../../../', import.meta.url);
const example = await readFile(
  new URL('examples/scenarios/two-networks-firewall.yaml', root),
  'utf8',
);
for (const [path, text] of await renderReference(example))
  await writeFile(new URL(path, root), text);
await writeFile(
  new URL('packages/domain/src/scenarios/generated/scenarioTexts.ts', root),
  await renderScenarios(),
);
