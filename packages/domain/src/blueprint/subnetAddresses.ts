import type { Refusal } from '../units/refusal.ts';
import type { Subnet } from './ipv4.ts';
import { parseAddress, writeAddress, writeSubnet } from './ipv4.ts';

/** The first address that a machine gets by itself; those below are left for fixed ones. */
const firstAutomaticOffset = 10;
/** 0 is the network itself, 1 the gateway. */
const firstMachineOffset = 2;

/** Why a machine cannot have this address in this subnet. */
export function findAddressFault(
  text: string,
  range: Subnet,
  network: string,
): Refusal | undefined {
  const remedy = `Write an address from ${writeAddress(range.first + firstMachineOffset)} to ${writeAddress(range.last - 1)}.`;
  const address = parseAddress(text);
  if (address === undefined) return { message: `${text} is not an IPv4 address`, remedy };
  if (address < range.first || address > range.last)
    return { message: `${text} is outside of ${network} (${writeSubnet(range)})`, remedy };
  const owner = new Map([
    [range.first, 'the network itself'],
    [range.first + 1, 'the gateway'],
    [range.last, 'everybody on the network (broadcast)'],
  ]).get(address);
  return owner === undefined
    ? undefined
    : { message: `${text} is the address of ${owner}`, remedy };
}

/** At most `count` addresses that nobody has: from .10 on, then from .2 on. */
export function freeAddresses(
  range: Subnet,
  count: number,
  taken: { has(address: string): boolean },
): string[] {
  const free: string[] = [];
  const boundary = Math.min(range.first + firstAutomaticOffset, range.last);
  const collect = (from: number, to: number) => {
    for (let address = from; address < to && free.length < count; address++)
      if (!taken.has(writeAddress(address))) free.push(writeAddress(address));
  };
  collect(boundary, range.last);
  collect(range.first + firstMachineOffset, boundary);
  return free;
}
