import { prefixLength } from '../plan/addresses.ts';
import { printSize } from '../units/size.ts';
import type { Overcommit } from './admit.ts';
import { reserveMemoryBytes } from './admit.ts';
import type { Needs } from './estimateNeeds.ts';
import { sumNeeds } from './estimateNeeds.ts';
import type { Work } from './estimateWork.ts';
import type { HostObservation } from './hostObservation.ts';

/** A lab that is there already. */
export interface PresentLab {
  readonly name: string;
  readonly needs: Omit<Needs, 'instances'>;
  readonly isRunning: boolean;
  /** Of the assignment that is to be deployed: what it takes counts, but nobody would do without it. */
  readonly isOwn?: boolean;
}

/** One thing that a class can run out of. */
export interface ClassLimit {
  readonly resource: 'memory' | 'storage' | 'addresses';
  /** `now`: what is free at this moment; `promise`: what may be promised to labs in all. */
  readonly of: 'now' | 'promise';
  readonly perCopy: number;
  readonly available: number;
  /** `free now`, or how the promise is counted. */
  readonly explain: string;
}

/** Of the pool, kept free: a full one stops all labs at once. */
const reservePoolShare = 0.05;

export function classLimits(
  { needs, work, addressesEach }: { needs: Needs; work: Work; addressesEach: number },
  host: HostObservation,
  { labs, overcommit }: { labs: readonly PresentLab[]; overcommit: Overcommit },
): ClassLimit[] {
  const promised = sumNeeds(labs.map((lab) => lab.needs));
  const promise = (resource: 'memory' | 'storage', total: number, others: number): ClassLimit => ({
    resource,
    of: 'promise',
    perCopy: resource === 'memory' ? needs.memoryBytes : needs.storageBytes,
    available: Math.max(0, overcommit[resource] * total - others),
    explain: `the lab host may promise ${overcommit[resource]} times its ${printSize(total)}, of which other labs have ${printSize(others)}`,
  });
  const keptFree = reservePoolShare * host.poolTotalBytes;
  return [
    {
      resource: 'memory',
      of: 'now',
      perCopy: needs.idleMemoryBytes,
      available: Math.max(0, host.memoryAvailableBytes - reserveMemoryBytes),
      explain: `of ${printSize(host.memoryTotalBytes)}, ${printSize(host.memoryAvailableBytes)} are free now and ${printSize(reserveMemoryBytes)} stay free`,
    },
    promise('memory', host.memoryTotalBytes, promised.memoryBytes),
    {
      resource: 'storage',
      of: 'now',
      perCopy: work.writtenBytes,
      available: Math.max(0, host.poolTotalBytes - host.poolUsedBytes - keptFree),
      explain: `of ${printSize(host.poolTotalBytes)}, ${printSize(host.poolTotalBytes - host.poolUsedBytes)} are free now and ${printSize(keptFree)} stay free`,
    },
    promise('storage', host.poolTotalBytes, promised.storageBytes),
    {
      resource: 'addresses',
      of: 'now',
      perCopy: addressesEach,
      available: Math.max(0, uplinkAddresses(host.uplinkSubnet) - labs.length),
      explain: `of the ${uplinkAddresses(host.uplinkSubnet)} of ${host.uplinkSubnet}, other labs have ${labs.length}`,
    },
  ];
}

/** The host has the first address of the uplink; the network's own and the broadcast address are nobody's. */
export function uplinkAddresses(uplinkSubnet: string): number {
  return 2 ** (32 - prefixLength(uplinkSubnet)) - 3;
}
