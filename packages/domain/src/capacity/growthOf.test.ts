import { expect, test } from 'vitest';
import { readExample } from '../testing/readExample.ts';
import { estimateNeeds } from './estimateNeeds.ts';
import { growthOf } from './growthOf.ts';

const MiB = 1024 ** 2;
const needsOf = (...elements: string[]) =>
  estimateNeeds(readExample(`version: 1\nelements:\n${elements.join('\n')}`));

const web = '  web: { kind: container, image: debian-12, cpu: 1, memory: 256MiB, storage: 2GiB }';
const largerWeb = web.replace('256MiB', '512MiB');
const db = '  db: { kind: container, image: debian-12, cpu: 0.5, memory: 128MiB, storage: 1GiB }';

test('a further machine counts whole, those that stay do not', () => {
  expect(growthOf(needsOf(web), needsOf(web, db))).toMatchObject({
    cpu: 0.5,
    memoryBytes: 128 * MiB,
    storageBytes: 1024 * MiB,
    idleMemoryBytes: 40 * MiB,
    instances: [{ name: 'db' }],
  });
});

test('of a larger machine only the difference counts, and it is looked at whole', () => {
  const growth = growthOf(needsOf(web), needsOf(largerWeb));
  expect(growth).toMatchObject({ cpu: 0, memoryBytes: 256 * MiB, idleMemoryBytes: 0 });
  expect(growth.instances).toMatchObject([{ name: 'web', memoryBytes: 512 * MiB }]);
});

test('what becomes smaller or goes gives nothing back', () => {
  const growth = growthOf(needsOf(largerWeb, db), needsOf(web));
  expect(growth).toMatchObject({ cpu: 0, memoryBytes: 0, storageBytes: 0, instances: [] });
});
