import { expect, test } from 'vitest';
import { catalogueImages } from '../catalogue/catalogue.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { parseEnvironmentKey } from './names.ts';
import { originsOf } from './originsOf.ts';

const lab = `version: 1
elements:
  web: { kind: container, image: debian-12 }
  late: { kind: container, image: debian-12 }
  cluster: { kind: cluster }
  shop: { kind: app, on: cluster, image: nginx }
`;

test('machines and clusters that a checkpoint holds begin with it; apps and what was not there do not', () => {
  const parsed = parseBlueprint(lab, { file: 'lab.yaml', catalogue: catalogueImages });
  if (!('blueprint' in parsed)) throw new Error('The lab is not valid.');
  const use = (name: string) => ({ name, cpuCores: 0, memoryBytes: 1, diskBytes: 1 });
  const key = parseEnvironmentKey('c123456');
  expect(originsOf(parsed.blueprint, key, [use('web'), use('cluster')])).toEqual({
    web: { key, image: 'debian-12' },
    cluster: { key, image: 'kubernetes-node' },
  });
});
