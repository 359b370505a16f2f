import type { Blueprint, ConsoleKind, Element } from '@labcast/domain';
import type { Edge, Node } from '@xyflow/react';
import { consolesToOpen } from '../design/consolesToOpen.ts';
import type { Image } from '../design/Design.ts';
import { gatewayName, type Places } from './placeAll.ts';
import { isWireBlocked } from './routeWire.ts';

export interface AppStrip {
  readonly name: string;
  readonly image: string;
  readonly port: number;
  readonly consoles: readonly ConsoleKind[];
}
export interface CardData extends Record<string, unknown> {
  readonly name: string;
  readonly element: Exclude<Element, { kind: 'app' }>;
  readonly apps: readonly AppStrip[];
  /** That whoever looks may open. */
  readonly consoles: readonly ConsoleKind[];
  /** Such as `lan 10.10.0.10`, for who cannot see the wires. */
  readonly where: string;
}
export interface RailData extends Record<string, unknown> {
  readonly name: string;
  readonly subnet: string;
  readonly internet: boolean;
  readonly count: number;
}
export type CardNode = Node<CardData, 'machine' | 'cluster'>;
export type RailNode = Node<RailData, 'network'>;
export type GatewayNode = Node<{ name: string }, 'gateway'>;
export type CanvasNode = CardNode | RailNode | GatewayNode;
export interface WireData extends Record<string, unknown> {
  readonly element: string;
  readonly network: string;
  readonly address: string;
  readonly index: number;
  readonly count: number;
  readonly isBlocked: boolean;
}
export type Wire = Edge<WireData, 'wire'>;

const railPrefix = 'network:';
/** Networks and elements may be called the same. */
export const railId = (name: string) => `${railPrefix}${name}`;
export const nameOfId = (id: string) =>
  id.startsWith(railPrefix) ? id.slice(railPrefix.length) : id;
export const isRailId = (id: string) => id.startsWith(railPrefix);

export interface Graph {
  readonly nodes: readonly CanvasNode[];
  readonly wires: readonly Wire[];
}

interface GraphContext {
  readonly blueprint: Blueprint;
  /** In the running lab but not in the draft: shown until that is applied. */
  readonly removed: Blueprint;
  readonly places: Places;
  readonly mayEdit: boolean;
  readonly images: readonly Image[];
  readonly hasGateway: boolean;
}

/** What a lab looks like. */
export function drawGraph(context: GraphContext): Graph {
  const lab = withRemoved(context.blueprint, context.removed);
  return { nodes: drawNodes(lab, context), wires: drawWires(lab, context) };
}

/** The draft, and what it takes away from the running lab. */
export function withRemoved(blueprint: Blueprint, applied: Blueprint): Blueprint {
  return {
    ...blueprint,
    networks: { ...applied.networks, ...blueprint.networks },
    elements: { ...applied.elements, ...blueprint.elements },
  };
}

function drawNodes(lab: Blueprint, context: GraphContext): CanvasNode[] {
  const { places, hasGateway } = context;
  const nodes: CanvasNode[] = [];
  for (const [name, { subnet, internet }] of Object.entries(lab.networks)) {
    const rail = places.rails.get(name);
    if (!rail) continue;
    const count = Object.values(lab.elements).filter((element) => isOn(element, name)).length;
    const { x, y, width, height } = rail;
    const data = { name, subnet, internet, count };
    nodes.push({ id: railId(name), type: 'network', position: { x, y }, width, height, data });
  }
  const gateway = places.cards.get(gatewayName);
  if (hasGateway && gateway)
    nodes.push({
      id: gatewayName,
      type: 'gateway',
      ...boxOf(gateway),
      data: { name: gatewayName },
    });
  for (const [name, element] of Object.entries(lab.elements)) {
    const card = places.cards.get(name);
    if (element.kind === 'app' || !card) continue;
    const type = element.kind === 'cluster' ? 'cluster' : 'machine';
    nodes.push({ id: name, type, ...boxOf(card), data: cardData(name, element, lab, context) });
  }
  return nodes;
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { position: { x, y }, width, height };
}

function cardData(
  name: string,
  element: CardData['element'],
  lab: Blueprint,
  context: GraphContext,
): CardData {
  const apps = Object.entries(lab.elements).flatMap(([app, other]) =>
    other.kind === 'app' && other.on === name
      ? [
          {
            name: app,
            image: other.image,
            port: other.port,
            consoles: consolesToOpen(context, other),
          },
        ]
      : [],
  );
  const where = element.networks.map(
    ({ network, addresses }) => `${network} ${addresses[0] ?? ''}`,
  );
  return {
    name,
    element,
    apps,
    consoles: consolesToOpen(context, element),
    where: where.join(' and '),
  };
}

function isOn(element: Element, network: string): boolean {
  return element.kind !== 'app' && element.networks.some((one) => one.network === network);
}

function drawWires(lab: Blueprint, { places, hasGateway }: GraphContext): Wire[] {
  const wires: Wire[] = [];
  const add = (element: string, attachments: readonly { network: string; address: string }[]) => {
    const card = places.cards.get(element);
    attachments.forEach(({ network, address }, index) => {
      const rail = places.rails.get(network);
      if (!card || !rail) return;
      const isBlocked = isWireBlocked(card, rail, places.cards.values());
      const data = { element, network, address, index, count: attachments.length, isBlocked };
      wires.push({
        id: `${element}>${network}`,
        type: 'wire',
        source: element,
        target: railId(network),
        data,
      });
    });
  };
  for (const [name, element] of Object.entries(lab.elements))
    if (element.kind !== 'app') add(name, element.networks.map(addressOf));
  if (hasGateway)
    add(
      gatewayName,
      Object.entries(lab.networks).map(([network, { subnet }]) => ({
        network,
        address: subnet.replace(/\.\d+\/\d+$/, '.1'),
      })),
    );
  return wires;
}

function addressOf({ network, addresses }: { network: string; addresses: readonly string[] }) {
  const more = addresses.length > 1 ? ` +${addresses.length - 1}` : '';
  return { network, address: `${addresses[0] ?? ''}${more}` };
}
