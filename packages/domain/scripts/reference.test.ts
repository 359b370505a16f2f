import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { renderReference } from './renderReference.ts';

const root = new URL('../../../', import.meta.url);

test('the reference and the JSON Schema in docs are those of the present schema', async () => {
  const example = await readFile(
    new URL('examples/scenarios/two-networks-firewall.yaml', root),
    'utf8',
  );
  const files = await renderReference(example);
  expect([...files.keys()]).toEqual(['docs/lab-yaml.md', 'docs/lab.schema.json']);
  for (const [path, text] of files)
    expect(await readFile(new URL(path, root), 'utf8'), `${path}: run npm run generate`).toBe(text);
});
