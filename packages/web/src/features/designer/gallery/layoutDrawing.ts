import type { Blueprint, Element } from '@labcast/domain';

export interface DrawnRail {
  readonly name: string;
  readonly y: number;
  readonly internet: boolean;
}

export interface DrawnCard {
  readonly name: string;
  readonly kind: Element['kind'];
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Heights of the rails it is wired to. */
  readonly wires: readonly number[];
  /** Of the apps on it. */
  readonly apps: readonly string[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly rails: readonly DrawnRail[];
  readonly cards: readonly DrawnCard[];
}

export const cardWidth = 76;
export const stripHeight = 14;
const cardHeight = 30;
const gap = 12;
const railGap = 22;

/** A lab as a small drawing: networks are rails, what is on them hangs below the first of them. */
export function layoutDrawing({ networks, elements }: Blueprint): Drawing {
  const all = Object.entries(elements);
  const cards: Omit<DrawnCard, 'wires'>[] = [];
  const rails: DrawnRail[] = [];
  let y = 14;
  for (const [name, { internet }] of Object.entries(networks)) {
    rails.push({ name, y, internet });
    const top = y + railGap;
    let tallest = 0;
    const members = all.filter(([, element]) => firstNetwork(element) === name);
    members.forEach(([member, { kind }], index) => {
      const apps = all
        .filter(([, element]) => element.kind === 'app' && element.on === member)
        .map(([app]) => app);
      const height = cardHeight + apps.length * stripHeight;
      tallest = Math.max(tallest, height);
      cards.push({ name: member, kind, x: gap + index * (cardWidth + gap), y: top, height, apps });
    });
    y = top + tallest + railGap;
  }
  const heightOf = new Map(rails.map((rail) => [rail.name, rail.y]));
  const right = Math.max(...cards.map(({ x }) => x + cardWidth), 2 * cardWidth);
  return {
    width: right + gap,
    height: y,
    rails,
    cards: cards.map((card) => ({
      ...card,
      wires: networksOf(elements[card.name]).flatMap((network) => heightOf.get(network) ?? []),
    })),
  };
}

function networksOf(element: Element | undefined): string[] {
  if (!element || element.kind === 'app') return [];
  return element.networks.map(({ network }) => network);
}

const firstNetwork = (element: Element) => networksOf(element)[0];
