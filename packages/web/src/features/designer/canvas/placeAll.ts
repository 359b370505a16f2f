import type { Blueprint, Element } from '@labcast/domain';
import type { Position, Positions } from '../design/Design.ts';
import { findFreePlace } from './findFreePlace.ts';
import {
  cardSize,
  gap,
  gatewaySize,
  railGap,
  railHeight,
  stripHeight,
  type Rectangle,
} from './sizes.ts';

/** Names that are nobody's, for what stands beside the elements. */
export const gatewayName = 'gateway';

/** Where everything stands: where it was put, or else a sensible place of its own. */
export interface Places {
  /** Of elements and the gateway. */
  readonly cards: ReadonlyMap<string, Rectangle>;
  readonly rails: ReadonlyMap<string, Rectangle>;
}

const railMargin = 24;
const narrowestRail = 480;

type Lab = Pick<Blueprint, 'networks' | 'elements'>;

/** Below each network, in rows, what is on it first; what is on two hangs between them. */
export function placeAll(lab: Lab, positions: Positions): Places {
  const cards = new Map<string, Rectangle>();
  const tops = new Map<string, Position>();
  const put = (name: string, size: { width: number; height: number }, automatic: Position) => {
    const chosen = positions[name];
    const place = chosen ?? findFreePlace(automatic, size, [...cards.values()]);
    cards.set(name, { ...place, ...size });
  };
  // What somebody has placed keeps its place, and the rest goes around it.
  for (const [name, element] of Object.entries(lab.elements))
    if (positions[name] && element.kind !== 'app') put(name, sizeOf(lab, name), positions[name]);
  const columns = columnsFor(Object.keys(lab.elements).length);
  let y = 0;
  for (const network of Object.keys(lab.networks)) {
    const names = firstOn(lab, network);
    const top = positions[network] ?? { x: 0, y };
    tops.set(network, top);
    let rowTop = top.y + railHeight + railGap;
    for (let start = 0; start < names.length; start += columns) {
      const row = names.slice(start, start + columns);
      row.forEach((name, column) => {
        const x = top.x + column * (cardSize.width + gap.x);
        if (!cards.has(name)) put(name, sizeOf(lab, name), { x, y: rowTop });
      });
      rowTop += Math.max(...row.map((name) => sizeOf(lab, name).height)) + gap.y;
    }
    const bottoms = names.map((name) => bottomOf(cards.get(name)));
    y = Math.max(y, top.y + railHeight, ...bottoms) + railGap;
  }
  placeGateway(cards, tops, positions);
  return { cards, rails: placeRails(lab, cards, tops) };
}

function bottomOf(card: Rectangle | undefined): number {
  return card ? card.y + card.height : 0;
}

/** So many that the rows of all networks together have the form of a screen. */
function columnsFor(count: number): number {
  return Math.max(4, Math.ceil(Math.sqrt(count * 0.95)));
}

export function sizeOf(lab: Lab, name: string): { width: number; height: number } {
  const apps = Object.values(lab.elements).filter(
    (other) => other.kind === 'app' && other.on === name,
  );
  return { width: cardSize.width, height: cardSize.height + apps.length * stripHeight };
}

function firstOn(lab: Lab, network: string): string[] {
  return Object.entries(lab.elements)
    .filter(([, element]) => networksOf(element)[0] === network)
    .map(([name]) => name);
}

export function networksOf(element: Element): string[] {
  return element.kind === 'app' ? [] : element.networks.map((attachment) => attachment.network);
}

/** Left of everything, so that it is in nobody's way. */
function placeGateway(
  cards: Map<string, Rectangle>,
  tops: ReadonlyMap<string, Position>,
  positions: Positions,
): void {
  const [top = { x: 0, y: 0 }] = tops.values();
  const left = Math.min(top.x, ...[...cards.values()].map(({ x }) => x));
  const place = positions[gatewayName] ?? {
    x: left - gatewaySize.width - gap.x,
    y: top.y + railHeight + railGap,
  };
  cards.set(gatewayName, { ...place, ...gatewaySize });
}

/** A rail reaches over all that hangs on it. */
function placeRails(
  lab: Lab,
  cards: ReadonlyMap<string, Rectangle>,
  tops: ReadonlyMap<string, Position>,
): Map<string, Rectangle> {
  const rails = new Map<string, Rectangle>();
  for (const [network, top] of tops) {
    const hanging = Object.entries(lab.elements)
      .filter(([, element]) => networksOf(element).includes(network))
      .map(([name]) => cards.get(name));
    const all = [...hanging, cards.get(gatewayName)].filter((card) => card !== undefined);
    const left = Math.min(top.x, ...all.map(({ x }) => x)) - railMargin;
    const right = Math.max(top.x + narrowestRail, ...all.map(({ x, width }) => x + width));
    rails.set(network, {
      x: left,
      y: top.y,
      width: right + railMargin - left,
      height: railHeight,
    });
  }
  return rails;
}
