import type { Blueprint } from '../blueprint/blueprint.ts';
import { getSubnet } from '../blueprint/ipv4.ts';
import { freeAddresses } from '../blueprint/subnetAddresses.ts';

/** The address that the next machine on a network gets; undefined when none is free. */
export function nextAddress(
  blueprint: Pick<Blueprint, 'networks' | 'elements'>,
  network: string,
): string | undefined {
  const subnet = blueprint.networks[network]?.subnet;
  if (subnet === undefined) return undefined;
  const attachments = Object.values(blueprint.elements).flatMap((element) =>
    element.kind === 'app' ? [] : element.networks,
  );
  const taken = new Set(attachments.flatMap(({ addresses }) => addresses));
  return freeAddresses(getSubnet(subnet), 1, taken)[0];
}
