import { readdirSync, readFileSync } from 'node:fs';
import { catalogueImages, parseBlueprint, printBlueprint } from '@labcast/domain';
import { expect, test } from 'vitest';

const folder = new URL('../../../examples/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

test('there are examples', () => {
  expect(names).toContain('webserver.yaml');
});

test.each(names)('%s is a lab without problems, and stays the same when it is printed', (name) => {
  const options = { file: name, catalogue: catalogueImages };
  const parsed = parseBlueprint(readFileSync(new URL(name, folder), 'utf8'), options);
  expect(parsed).toHaveProperty('blueprint');
  if ('blueprint' in parsed)
    expect(parseBlueprint(printBlueprint(parsed.blueprint), options)).toEqual(parsed);
});
