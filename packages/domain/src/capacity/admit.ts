import type { Problem } from '../errors.ts';
import { LabcastError } from '../errors.ts';
import { printSize } from '../units/size.ts';
import type { Needs } from './estimateNeeds.ts';
import { findTooLarge } from './findTooLarge.ts';
import type { HostObservation } from './hostObservation.ts';

/** How many times what the host has may be promised to labs in all. */
export interface Overcommit {
  readonly memory: number;
  readonly storage: number;
}

/**
 * Limits are what a machine may use, not what it uses. Memory: idle, a container takes 40 MiB of its 512 and a node 450 MiB
 * of its 2 GiB, and a class is never busy on all machines at once; what is free is looked at besides. Storage: clones
 * share their release's blocks, so a disk costs only what was written to it since.
 */
export const defaultOvercommit: Overcommit = { memory: 4, storage: 10 };

/** Stays free for the host itself and for what running labs take more in the next minutes. */
export const reserveMemoryBytes = 512 * 1024 ** 2;

export interface Admission {
  readonly needs: Needs;
  /** Sums of all other labs; see `sumNeeds`. */
  readonly promised: { readonly memoryBytes: number; readonly storageBytes: number };
  readonly host: HostObservation;
  /** What the lab has now, when a running one is changed: that much of its memory is taken already. */
  readonly present?: Needs;
  readonly overcommit?: Overcommit;
}

/** Throws `capacity-exceeded`, with all numbers and what to do, when a lab cannot run on this host beside the others. */
export function admit(admission: Admission): void {
  const tooLarge = findTooLarge(admission);
  const overpromised = tooLarge.length > 0 ? [] : findOverpromised(admission);
  // The first thing that is in the way makes the others follow: one reason is clearer than three.
  const found =
    [tooLarge, overpromised, findTooFullNow(admission)].find(({ length }) => length > 0) ?? [];
  if (found.length === 0) return;
  throw new LabcastError('capacity-exceeded', found.map(({ message }) => message).join(' '), {
    problems: found,
    remedy: [...new Set(found.map(({ remedy }) => remedy))].join(' '),
  });
}

function findOverpromised({ needs, promised, host, overcommit }: Admission): Problem[] {
  const factors = overcommit ?? defaultOvercommit;
  const sums = [
    {
      name: 'memory',
      factor: factors.memory,
      total: host.memoryTotalBytes,
      need: needs.memoryBytes,
      others: promised.memoryBytes,
    },
    {
      name: 'storage',
      factor: factors.storage,
      total: host.poolTotalBytes,
      need: needs.storageBytes,
      others: promised.storageBytes,
    },
  ];
  return sums
    .filter(({ factor, total, need, others }) => others + need > factor * total)
    .map(({ name, factor, total, need, others }) => ({
      message:
        `This lab needs ${printSize(need)} of ${name}, the lab host has ${printSize(total)}. ` +
        `It can promise ${printSize(factor * total)} in all (${factor} times that), ` +
        `of which other labs have ${others === 0 ? 'nothing' : printSize(others)}.`,
      remedy: `Make ${name} smaller, or destroy a lab that is not needed any more.`,
    }));
}

function findTooFullNow({ needs, host, present }: Admission): Problem[] {
  const more = Math.max(0, needs.idleMemoryBytes - (present?.idleMemoryBytes ?? 0));
  if (more === 0 || host.memoryAvailableBytes >= more + reserveMemoryBytes) return [];
  return [
    {
      message:
        `This lab takes at least ${printSize(more)} of memory to run, and ${printSize(reserveMemoryBytes)} have to stay free, ` +
        `but the lab host has only ${printSize(host.memoryAvailableBytes)} of its ${printSize(host.memoryTotalBytes)} free now.`,
      remedy: 'Stop or destroy a lab that is not needed now, then try again.',
    },
  ];
}
