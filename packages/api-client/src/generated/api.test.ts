import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generatedFile, generateTypes } from '../testing/generateTypes.ts';

test('the types are those of the server as it is; if not: npm run generate -w @labcast/api-client', async () => {
  expect(await readFile(generatedFile, 'utf8')).toBe(await generateTypes());
}, 30_000);
