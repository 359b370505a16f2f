import { overlaps, parseAddress, parseSubnet, writeAddress } from '../blueprint/ipv4.ts';
import { defaultNetworks } from '../blueprint/resolveNetworks.ts';
import { readYaml } from '../blueprint/readYaml.ts';
import { LabcastError } from '../errors.ts';
import { freeSubnet, writeNetworks } from './editNetworks.ts';
import { freeName } from './freeName.ts';
import type { LabDocument } from './LabDocument.ts';
import type { LabValue } from './labEdit.ts';

type Entries = Readonly<Record<string, LabValue>>;

interface Moved {
  readonly name: string;
  /** Where its addresses are now. */
  readonly subnet: string;
  readonly was: string;
}

/** Puts another lab beside what is there. Networks that are the same in both are one; other equal names are changed. */
export function insertLab(lab: LabDocument, text: string): void {
  const read = readYaml(text);
  if ('problems' in read)
    throw new LabcastError('blueprint-invalid', 'The lab to insert cannot be read.', {
      problems: read.problems,
    });
  const networks = insertNetworks(lab, entriesOf(read.value, 'networks', defaultNetworks));
  const elements = entriesOf(read.value, 'elements');
  const names = new Map<string, string>();
  for (const name of Object.keys(elements))
    names.set(name, freeName(name, [...lab.keys(['elements']), ...names.values()]));
  const taken = writtenAddresses(lab);
  for (const [name, element] of Object.entries(elements))
    lab.set(['elements', names.get(name) ?? name], follow(element, { names, networks, taken }));
  insertChecks(lab, read.value, names);
}

/** What the networks of the other lab are called here. */
function insertNetworks(lab: LabDocument, others: Entries): Map<string, Moved> {
  // Networks on which nothing is give way.
  if (lab.keys(['elements']).length === 0) lab.remove(['networks']);
  else writeNetworks(lab);
  const moved = new Map<string, Moved>();
  for (const [name, network] of Object.entries(others))
    moved.set(name, insertNetwork(lab, name, network));
  return moved;
}

function insertNetwork(lab: LabDocument, name: string, network: LabValue): Moved {
  const { subnet: was, internet } = isRecord(network) ? network : {};
  const subnet = typeof was === 'string' ? was : '';
  const isSame =
    lab.text(['networks', name, 'subnet']) === subnet &&
    (lab.text(['networks', name, 'internet']) ?? 'true') ===
      (internet === false ? 'false' : 'true');
  if (isSame) return { name, subnet, was: subnet };
  const fresh = freeName(name, lab.keys(['networks']));
  const isFree = !lab.keys(['networks']).some((each) => clashes(lab, each, subnet));
  const given = isFree ? subnet : freeSubnet(lab);
  lab.set(['networks', fresh], isRecord(network) ? { ...network, subnet: given } : network);
  return { name: fresh, subnet: given, was: subnet };
}

function clashes(lab: LabDocument, name: string, subnet: string): boolean {
  const [a, b] = [parseSubnet(lab.text(['networks', name, 'subnet']) ?? ''), parseSubnet(subnet)];
  return a !== undefined && b !== undefined && overlaps(a, b);
}

function writtenAddresses(lab: LabDocument): Set<string> {
  const addresses = new Set<string>();
  for (const element of lab.keys(['elements'])) {
    const path = ['elements', element, 'networks'];
    for (let index = 0; index < lab.count(path); index++) {
      const address = lab.text([...path, index, 'address']);
      if (address !== undefined) addresses.add(address);
    }
  }
  return addresses;
}

interface Renames {
  readonly names: ReadonlyMap<string, string>;
  readonly networks: ReadonlyMap<string, Moved>;
  /** Addresses that somebody has here. */
  readonly taken: ReadonlySet<string>;
}

/** An element with its cluster, networks and addresses as they are called here. */
function follow(element: LabValue, renames: Renames): LabValue {
  if (!isRecord(element)) return element;
  const { on, kind } = element;
  // Whoever names no network was on the first one of that lab, which need not be the first here.
  const first = kind === 'app' ? undefined : [...renames.networks.keys()].slice(0, 1);
  const networks = element.networks ?? first;
  return {
    ...element,
    ...(typeof on === 'string' && { on: renames.names.get(on) ?? on }),
    ...(Array.isArray(networks) && {
      networks: (networks as readonly LabValue[]).map((each) => followNetwork(each, renames)),
    }),
  };
}

function followNetwork(attachment: LabValue, { networks, taken }: Renames): LabValue {
  if (typeof attachment === 'string') return networks.get(attachment)?.name ?? attachment;
  if (!isRecord(attachment) || typeof attachment.name !== 'string') return attachment;
  const network = networks.get(attachment.name);
  if (!network) return attachment;
  const { address, addresses } = attachment;
  const { name } = network;
  if (Array.isArray(addresses))
    return { name, addresses: addresses.map((each) => moveAddress(String(each), network)) };
  const moved = moveAddress(textOf(address), network);
  return moved === '' || taken.has(moved) ? name : { name, address: moved };
}

/** The same number in the other subnet. */
function moveAddress(address: string, { was, subnet }: Moved): string {
  const [from, to, number] = [parseSubnet(was), parseSubnet(subnet), parseAddress(address)];
  if (was === subnet || !from || !to || number === undefined) return address;
  return writeAddress(to.first + (number - from.first));
}

function insertChecks(lab: LabDocument, value: unknown, names: ReadonlyMap<string, string>): void {
  const checks = isRecord(value) && Array.isArray(value.checks) ? value.checks : [];
  for (const check of checks as readonly LabValue[]) {
    if (!isRecord(check)) continue;
    const on = textOf(check.on);
    const title = textOf(check.name);
    const isTaken = Array.from({ length: lab.count(['checks']) }, (_, index) =>
      lab.text(['checks', index, 'name']),
    ).includes(title);
    lab.push(['checks'], {
      ...check,
      on: names.get(on) ?? on,
      name: isTaken ? `${title} on ${names.get(on) ?? on}` : title,
    });
  }
}

function textOf(value: LabValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function entriesOf(value: unknown, key: string, otherwise: object = {}): Entries {
  const inner = isRecord(value) ? value[key] : undefined;
  return (isRecord(inner) ? inner : otherwise) as Entries;
}

function isRecord(value: unknown): value is Record<string, LabValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
