import { parseBlueprint } from '@labcast/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detailAt } from './detailAt.ts';
import { findFreePlace } from './findFreePlace.ts';
import { findNeighbour } from './findNeighbour.ts';
import { placeAll } from './placeAll.ts';
import { isWireBlocked, routeWire } from './routeWire.ts';
import { cardSize, overlap, type Rectangle } from './sizes.ts';

const needs = { cpu: 0.1, memoryBytes: 1, storageBytes: 1 };
const catalogue = ['debian-12', 'alpine', 'nginx', 'kubernetes-node'].map((name) => ({
  name,
  summary: name,
  kind: name === 'nginx' ? ('app' as const) : ('machine' as const),
  display: 'terminal' as const,
  defaultUser: 'student',
  minimum: needs,
  recommended: { cpu: 1, memoryBytes: 2 ** 31, storageBytes: 2 ** 34 },
}));
function read(text: string) {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.blueprint;
}
const firewall = read(`version: 1
networks:
  office: { subnet: 10.10.0.0/24 }
  servers: { subnet: 10.20.0.0/24, internet: false }
elements:
  fw: { kind: container, image: debian-12, networks: [office, servers] }
  desk: { kind: container, image: debian-12, networks: [office] }
  db: { kind: container, image: debian-12, networks: [servers] }
  kube: { kind: cluster, networks: [servers] }
  shop: { kind: app, on: kube, image: nginx, port: 80 }
`);
const many = (count: number) =>
  read(
    `version: 1\nelements:\n${Array.from({ length: count }, (_, index) => `  m${index}: { kind: container, image: debian-12 }\n`).join('')}`,
  );

function pairs(all: Rectangle[]): [Rectangle, Rectangle][] {
  return all.flatMap((a, index) => all.slice(index + 1).map((b): [Rectangle, Rectangle] => [a, b]));
}

test.each([
  ['two networks', firewall],
  ['60 machines', many(60)],
  ['200 machines', many(200)],
])('nothing covers anything else in a lab with %s', (_, lab) => {
  const { cards, rails } = placeAll(lab, {});
  for (const [a, b] of pairs([...cards.values(), ...rails.values()]))
    expect(overlap(a, b)).toBe(false);
});

test('a rail reaches over everything that hangs on it', () => {
  const { cards, rails } = placeAll(firewall, { fw: { x: 2000, y: 300 } });
  for (const [name, element] of Object.entries(firewall.elements))
    for (const { network } of element.kind === 'app' ? [] : element.networks) {
      const [card, rail] = [cards.get(name)!, rails.get(network)!];
      expect(card.x).toBeGreaterThanOrEqual(rail.x);
      expect(card.x + card.width).toBeLessThanOrEqual(rail.x + rail.width);
    }
});

test('what was put somewhere stays there, and the rest goes around it', () => {
  const positions = { m0: { x: 0, y: 100 }, lan: { x: 0, y: 0 } };
  const { cards } = placeAll(many(3), positions);
  expect(cards.get('m0')).toMatchObject(positions.m0);
  for (const [a, b] of pairs([...cards.values()])) expect(overlap(a, b)).toBe(false);
});

test('a free place covers nothing, and is the wished one when that is free', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 900 }),
  });
  fc.assert(
    fc.property(place, fc.array(place, { maxLength: 15 }), (wish, others) => {
      const taken = others.map((other) => ({ ...other, ...cardSize }));
      const free = findFreePlace(wish, cardSize, taken);
      expect(taken.some((other) => overlap({ ...free, ...cardSize }, other))).toBe(false);
    }),
  );
  expect(findFreePlace({ x: 48, y: 24 }, cardSize, [])).toEqual({ x: 48, y: 24 });
});

test('arrows reach every card of a grid', () => {
  const { cards } = placeAll(many(12), {});
  const reached = new Set(['m0']);
  const queue = ['m0'];
  for (let name = queue.pop(); name !== undefined; name = queue.pop())
    for (const direction of ['left', 'right', 'up', 'down'] as const) {
      const next = findNeighbour(name, direction, cards);
      if (next === undefined || reached.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  expect(reached.size).toBe(cards.size);
});

test('arrows go to what is in line', () => {
  const { cards } = placeAll(many(8), {});
  expect(findNeighbour('m0', 'right', cards)).toBe('m1');
  expect(findNeighbour('m1', 'left', cards)).toBe('m0');
  expect(findNeighbour('m0', 'down', cards)).toBe('m4');
});

test('a wire goes straight to its rail, and around a card that stands between', () => {
  const rail = { x: 0, y: 0, width: 600, height: 32 };
  const near = { x: 0, y: 100, ...cardSize };
  const far = { x: 0, y: 300, ...cardSize };
  expect(isWireBlocked(near, rail, [near, far])).toBe(false);
  expect(isWireBlocked(far, rail, [near, far])).toBe(true);
  const route = { index: 0, count: 1, address: '10.0.0.10' };
  const straight = routeWire(near, rail, { ...route, isBlocked: false });
  expect(straight.path).toBe('M120,100L120,32');
  const around = routeWire(far, rail, { ...route, isBlocked: true });
  expect(around.path.endsWith(',32')).toBe(true);
  expect(around.path).toContain('L-22,');
});

test('the farther away, the less of a card is drawn', () => {
  expect([1, 0.5, 0.49, 0.36, 0.3, 0.21, 0.1].map(detailAt)).toEqual([
    'near',
    'near',
    'far',
    'far',
    'farther',
    'farthest',
    'farthest',
  ]);
});

test.each(['10.0.1.10', '192.168.100.110'])(
  'no address covers another on a card with three networks (%s)',
  (address) => {
    const card = { x: 0, y: 200, width: 240, height: 112 };
    const rail = { x: 0, y: 0, width: 480, height: 32 };
    for (const isBlocked of [false, true]) {
      const boxes = [0, 1, 2].map((index) => {
        const { label } = routeWire(card, rail, { index, count: 3, isBlocked, address });
        const width = 6.6 * address.length + 8;
        return { x: label.x - width / 2, y: label.y - 8, width, height: 16 };
      });
      for (const [a, b] of pairs(boxes)) expect(overlap(a, b)).toBe(false);
    }
  },
);
