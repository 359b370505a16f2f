import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { renderReference } from './renderReference.ts';

const file = new URL('../../../../docs/cli.md', import.meta.url);

test('docs/cli.md is what the commands say about themselves (npm run generate -w packages/cli)', async () => {
  expect(await readFile(file, 'utf8')).toBe(await renderReference());
});

test('every command has an example in its help', async () => {
  const commands = (await renderReference()).split('\n### ').slice(1);
  expect(commands.length).toBeGreaterThan(15);
  for (const text of commands) expect(text).toMatch(/Examples:\n {2}\S*.*labcast/);
});
