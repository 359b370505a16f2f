import {
  freeName,
  nextAddress,
  type Blueprint,
  type LabEdit,
  type LabValue,
} from '@labcast/domain';
import type { Image } from '../design/Design.ts';

export const creatables = ['container', 'vm', 'cluster', 'app', 'network'] as const;
export type Creatable = (typeof creatables)[number];

/** The kind of image that each is made of. */
export const imageKinds = { container: 'machine', vm: 'vm', app: 'app' } as const;

export interface Creation {
  /** Of what is made, and is to be looked at. */
  readonly name: string;
  readonly edits: readonly LabEdit[];
  /** All that is made: an app brings a cluster when there is none. */
  readonly made: readonly string[];
}

interface Request {
  readonly kind: Creatable;
  readonly image?: Image | undefined;
  /** Names of what is selected: a network to be on, a cluster to run on. */
  readonly near: readonly string[];
}

/** What a press on one of the five buttons means for lab.yaml. */
export function newElement(blueprint: Blueprint, { kind, image, near }: Request): Creation {
  if (kind === 'network') {
    const name = freeName('network', Object.keys(blueprint.networks));
    return { name, edits: [{ kind: 'add-network', name }], made: [name] };
  }
  if (kind === 'app') return newApp(blueprint, image, near);
  return newMachine(blueprint, kind, image, near);
}

const baseNames = { container: 'machine', vm: 'vm', cluster: 'cluster' } as const;

function newMachine(
  blueprint: Blueprint,
  kind: keyof typeof baseNames,
  image: Image | undefined,
  near: readonly string[],
): Creation {
  const isDesktop = kind === 'container' && image?.display === 'desktop';
  const name = freeElementName(blueprint, isDesktop ? 'desktop' : baseNames[kind]);
  const networks = wiredTo(blueprint, near);
  const element: LabValue = {
    kind,
    ...(kind !== 'cluster' && { image: image?.name ?? 'debian-12' }),
    ...(networks && { networks }),
  };
  return { name, edits: [{ kind: 'add-element', name, element }], made: [name] };
}

function newApp(blueprint: Blueprint, image: Image | undefined, near: readonly string[]): Creation {
  const present = clusterNear(blueprint, near);
  const brought = present === undefined ? newMachine(blueprint, 'cluster', undefined, near) : none;
  const on = present ?? brought.name;
  const name = freeElementName(blueprint, 'app');
  const { port: usual = 80, name: program = 'nginx' } = image ?? {};
  const port = freePort(blueprint, on, usual);
  const element: LabValue = {
    kind: 'app',
    on,
    image: program,
    ...(port !== usual && { port, containerPort: usual }),
  };
  return {
    name,
    edits: [...brought.edits, { kind: 'add-element', name, element }],
    made: [...brought.made, name],
  };
}

const none: Creation = { name: '', edits: [], made: [] };

/** The selected cluster, or the first. */
function clusterNear({ elements }: Blueprint, near: readonly string[]): string | undefined {
  const clusters = Object.keys(elements).filter((name) => elements[name]?.kind === 'cluster');
  return clusters.find((name) => near.includes(name)) ?? clusters[0];
}

/** Two apps of one cluster cannot answer at the same port. */
function freePort(blueprint: Blueprint, cluster: string, wanted: number): number {
  const used = new Set(
    Object.values(blueprint.elements).flatMap((element) =>
      element.kind === 'app' && element.on === cluster ? [element.port] : [],
    ),
  );
  if (!used.has(wanted)) return wanted;
  for (let port = 8080; ; port++) if (!used.has(port)) return port;
}

function freeElementName(blueprint: Blueprint, wanted: string): string {
  return freeName(wanted, Object.keys(blueprint.elements));
}

/** With its address written out, so that it keeps it whatever is deleted before it. */
function wiredTo(blueprint: Blueprint, near: readonly string[]): LabValue[] | undefined {
  const network = networkNear(blueprint, near);
  if (network === undefined) return undefined;
  const address = nextAddress(blueprint, network);
  return [address === undefined ? network : { name: network, address }];
}

/** The selected network, the one of what is selected, `lan`, or the first. */
function networkNear(blueprint: Blueprint, near: readonly string[]): string | undefined {
  const names = Object.keys(blueprint.networks);
  const selected = near.find((name) => names.includes(name));
  if (selected !== undefined) return selected;
  for (const name of near) {
    const element = blueprint.elements[name];
    if (element && element.kind !== 'app') return element.networks[0]?.network;
  }
  return names.includes('lan') ? 'lan' : names[0];
}
