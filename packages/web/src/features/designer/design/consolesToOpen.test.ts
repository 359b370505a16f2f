import { consolesOf, parseBlueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import { drawGraph } from '../canvas/graph.ts';
import { placeAll } from '../canvas/placeAll.ts';
import { consolesToOpen } from './consolesToOpen.ts';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24 }
elements:
  web: { kind: container, image: debian-12, cpu: 1, memory: 1GiB, storage: 4GiB }
  router: { kind: vm, image: upload/router, cpu: 1, memory: 1GiB, storage: 4GiB }
  kube: { kind: cluster, cpu: 1, memory: 1GiB, storage: 4GiB }
  shop: { kind: app, on: kube, image: nginx, port: 80 }
`;
const parsed = parseBlueprint(lab, { file: 'lab.yaml', catalogue: [] });
if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
const { blueprint } = parsed;
const elements = Object.values(blueprint.elements);

test('who may change the lab may open all consoles of its elements', () => {
  for (const element of elements)
    expect(consolesToOpen({ mayEdit: true, images: [] }, element)).toEqual(consolesOf(element));
});

test('who may only look at the lab may open none', () => {
  for (const element of elements)
    expect(consolesToOpen({ mayEdit: false, images: [] }, element)).toEqual([]);
});

test.each([true, false])(
  'cards and the apps on them offer consoles as that says: %s',
  (mayEdit) => {
    const { nodes } = drawGraph({
      blueprint,
      removed: blueprint,
      places: placeAll(blueprint, {}),
      images: [],
      hasGateway: false,
      mayEdit,
    });
    const cards = nodes.flatMap((node) =>
      node.type === 'machine' || node.type === 'cluster' ? [node.data, ...node.data.apps] : [],
    );
    expect(cards.map(({ name }) => name).sort()).toEqual(['kube', 'router', 'shop', 'web']);
    for (const { consoles } of cards) expect(consoles.length > 0).toBe(mayEdit);
  },
);
