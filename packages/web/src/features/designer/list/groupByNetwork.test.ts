import { catalogueImages, parseBlueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import { groupByNetwork } from './groupByNetwork.ts';

const text = `version: 1
networks:
  office: { subnet: 10.10.0.0/24 }
  servers: { subnet: 10.20.0.0/24, internet: false }
elements:
  shop: { kind: app, on: k, image: nginx }
  firewall: { kind: container, image: debian-12, networks: [office, servers] }
  k: { kind: cluster, networks: [servers] }
`;

test('every element is listed once, under its first network, and apps follow their cluster', () => {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const groups = groupByNetwork(parsed.blueprint);
  const names = groups.map(({ network, elements }) => [network, elements.map(({ name }) => name)]);
  expect(names).toEqual([
    ['office', ['firewall']],
    ['servers', ['k', 'shop']],
  ]);
  expect(groups[0]?.elements[0]?.attachments.map(({ network }) => network)).toEqual([
    'office',
    'servers',
  ]);
  expect(groups[1]?.internet).toBe(false);
  expect(groups.map(({ alsoOn }) => alsoOn)).toEqual([[], ['firewall']]);
});
