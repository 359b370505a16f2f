import { LabcastError } from '../errors.ts';
import { printSize } from '../units/size.ts';
import type { HostObservation } from './hostObservation.ts';

/** What arrives, the disk that is made of it, and the image of that. */
const copies = 3;

/** Stays free for the labs that run. */
const reserveBytes = 1024 ** 3;

/** Throws `capacity-exceeded`, with the numbers, when there is no room to take a disk of this size in. */
export function admitUpload(
  sizeBytes: number,
  { poolTotalBytes, poolUsedBytes }: Pick<HostObservation, 'poolTotalBytes' | 'poolUsedBytes'>,
): void {
  const free = Math.max(0, poolTotalBytes - poolUsedBytes);
  const needed = copies * sizeBytes + reserveBytes;
  if (needed <= free) return;
  throw new LabcastError(
    'capacity-exceeded',
    `A disk file of ${printSize(sizeBytes)} takes up to ${printSize(needed)} of storage while it is taken in, ` +
      `and the lab host has ${printSize(free)} free.`,
    { remedy: 'Make the file smaller (qemu-img convert -c), or make room on the lab host.' },
  );
}
