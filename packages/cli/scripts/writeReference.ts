import { writeFile } from 'node:fs/promises';
import { renderReference } from '../src/reference/renderReference.ts';

/** Writes docs/cli.md. */
await writeFile(new URL('../../../docs/cli.md', import.meta.url), await renderReference());
