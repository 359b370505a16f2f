import { catalogueImages, parseBlueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import { layoutDrawing } from './layoutDrawing.ts';

const text = `version: 1
networks:
  office: { subnet: 10.10.0.0/24 }
  servers: { subnet: 10.20.0.0/24, internet: false }
elements:
  firewall: { kind: container, image: debian-12, networks: [office, servers] }
  desk: { kind: container, image: debian-12, networks: [office] }
  k: { kind: cluster, networks: [servers] }
  shop: { kind: app, on: k, image: nginx }
`;

test('everything is drawn once, within the drawing, and wired to each of its networks', () => {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { rails, cards, width, height } = layoutDrawing(parsed.blueprint);
  expect(rails.map(({ name }) => name)).toEqual(['office', 'servers']);
  expect(cards.map(({ name }) => name)).toEqual(['firewall', 'desk', 'k']);
  const [office, servers] = rails.map(({ y }) => y);
  expect(cards[0]?.wires).toEqual([office, servers]);
  expect(cards[2]?.apps).toEqual(['shop']);
  for (const card of cards) {
    expect(card.x + 76).toBeLessThanOrEqual(width);
    expect(card.y + card.height).toBeLessThanOrEqual(height);
  }
  expect(cards[0]?.x).not.toBe(cards[1]?.x);
});

test('an empty lab is drawn as its network', () => {
  const { rails, cards } = layoutDrawing({
    version: 1,
    networks: { lan: { subnet: '10.10.0.0/24', internet: true } },
    elements: {},
    checks: [],
  });
  expect([rails.length, cards.length]).toEqual([1, 0]);
});
