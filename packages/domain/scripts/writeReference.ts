import { readFile, writeFile } from 'node:fs/promises';
import { renderReference } from './renderReference.ts';

/** Writes docs/lab-yaml.md and docs/lab.schema.json. */
const root = new URL('../../../', import.meta.url);
const example = await readFile(new URL('examples/two-networks-firewall.yaml', root), 'utf8');
for (const [path, text] of await renderReference(example))
  await writeFile(new URL(path, root), text);
