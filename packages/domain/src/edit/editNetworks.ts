import { overlaps, parseSubnet, writeSubnet } from '../blueprint/ipv4.ts';
import { defaultNetworks, reservedRanges } from '../blueprint/resolveNetworks.ts';
import { LabcastError } from '../errors.ts';
import type { LabDocument } from './LabDocument.ts';
import type { LabValue } from './labEdit.ts';

/** Those of the file, or the one that a lab has without the key. */
function networkNames(lab: LabDocument): string[] {
  const written = lab.keys(['networks']);
  return written.length > 0 ? written : Object.keys(defaultNetworks);
}

/** What a lab has by itself is written out before something is added to it. */
export function writeNetworks(lab: LabDocument): void {
  if (lab.keys(['networks']).length > 0) return;
  for (const [name, { subnet, internet }] of Object.entries(defaultNetworks))
    lab.set(['networks', name], { subnet, internet });
}

export function addNetwork(
  lab: LabDocument,
  request: { readonly name: string; readonly subnet?: string; readonly internet?: boolean },
): void {
  refuseTaken(lab, request.name);
  writeNetworks(lab);
  const { name, subnet = freeSubnet(lab), internet = true } = request;
  lab.set(['networks', name], { subnet, internet });
}

/** 10.10.0.0/24, 10.20.0.0/24, ... as people number networks, and then what is between them. */
export function freeSubnet(lab: LabDocument): string {
  const used = lab
    .keys(['networks'])
    .map((name) => parseSubnet(lab.text(['networks', name, 'subnet']) ?? ''))
    .filter((range) => range !== undefined);
  const taken = [...used, ...reservedRanges.map(({ range }) => range)];
  const tens = Array.from({ length: 25 }, (_, index) => (index + 1) * 10);
  const others = Array.from({ length: 255 }, (_, index) => index);
  for (const second of [...tens, ...others]) {
    const range = parseSubnet(`10.${second}.0.0/24`);
    if (range && !taken.some((other) => overlaps(range, other))) return writeSubnet(range);
  }
  throw new LabcastError('request-invalid', 'No subnet is free for another network.');
}

export function attach(
  lab: LabDocument,
  edit: { readonly element: string; readonly network: string; readonly address?: string },
): void {
  const { element, network, address } = edit;
  const written: LabValue = address === undefined ? network : { name: network, address };
  const path = ['elements', element, 'networks'];
  if (lab.text(['elements', element, 'kind']) === 'cluster') {
    lab.set(path, [written]);
    return;
  }
  const first = networkNames(lab)[0] ?? 'lan';
  if (lab.count(path) === 0) lab.set(path, [first]);
  const index = findAttachment(lab, element, network);
  if (index === undefined) lab.push(path, written);
  else if (address !== undefined) lab.set([...path, index], written);
}

export function detach(lab: LabDocument, element: string, network: string): void {
  const path = ['elements', element, 'networks'];
  const only = lab.count(path) === 0 ? networkNames(lab)[0] : undefined;
  const index = findAttachment(lab, element, network);
  if (index === undefined && only !== network) return;
  if (lab.count(path) <= 1) {
    throw new LabcastError('request-invalid', `${element} is only on ${network}.`, {
      remedy: 'Connect it to another network first.',
    });
  }
  lab.remove([...path, index ?? 0]);
}

export function removeNetwork(lab: LabDocument, name: string): void {
  const users = lab
    .keys(['elements'])
    .filter((element) => findAttachment(lab, element, name) !== undefined);
  for (const element of users) detach(lab, element, name);
  const others = lab.keys(['networks']).filter((other) => other !== name);
  if (others.length === 0) {
    throw new LabcastError('request-invalid', `${name} is the only network of the lab.`, {
      remedy: 'Add another network first.',
    });
  }
  if (networkNames(lab)[0] === name) refuseIfSilentlyUsed(lab, name);
  lab.remove(['networks', name]);
}

function refuseIfSilentlyUsed(lab: LabDocument, name: string): void {
  const silent = lab
    .keys(['elements'])
    .filter((element) => lab.text(['elements', element, 'kind']) !== 'app')
    .find((element) => lab.count(['elements', element, 'networks']) === 0);
  if (silent === undefined) return;
  throw new LabcastError('request-invalid', `${silent} is only on ${name}.`, {
    remedy: 'Connect it to another network first.',
  });
}

export function renameNetwork(lab: LabDocument, name: string, to: string): void {
  if (name === to || !networkNames(lab).includes(name)) return;
  refuseTaken(lab, to);
  writeNetworks(lab);
  lab.renameKey(['networks', name], to);
  for (const element of lab.keys(['elements'])) {
    const index = findAttachment(lab, element, name);
    if (index === undefined) continue;
    const path = ['elements', element, 'networks', index];
    lab.set(lab.text(path) === undefined ? [...path, 'name'] : path, to);
  }
}

/** Position in the list of an element's networks; undefined when it is not in there. */
function findAttachment(lab: LabDocument, element: string, network: string): number | undefined {
  const path = ['elements', element, 'networks'];
  const positions = Array.from({ length: lab.count(path) }, (_, index) => index);
  return positions.find(
    (index) =>
      lab.text([...path, index]) === network || lab.text([...path, index, 'name']) === network,
  );
}

function refuseTaken(lab: LabDocument, name: string): void {
  if (!networkNames(lab).includes(name)) return;
  throw new LabcastError('name-taken', `There is a network called ${name} already.`, {
    remedy: 'Choose another name.',
  });
}
