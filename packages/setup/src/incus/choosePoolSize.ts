const gibibyte = 1024 ** 3;
const smallest = 15 * gibibyte;
const largest = 200 * gibibyte;
/** Kept free for the system itself, however small the disk is. */
const reserve = 2 * gibibyte;

/**
 * Size of the loop file for the pool in bytes, in whole GiB: half of what is free, from 15 to 200 GiB. The file is
 * sparse, it takes what is written. Undefined when not even 15 GiB would fit.
 */
export function choosePoolSize(freeBytes: number): number | undefined {
  const available = freeBytes - reserve;
  if (available < smallest) return undefined;
  const half = Math.floor(freeBytes / 2 / gibibyte) * gibibyte;
  return Math.min(largest, Math.max(smallest, half));
}
