/**
 * Milliseconds until the next try to connect: 250 at first, growing to 5 seconds, spread so that 30 windows do not arrive
 * together. `random` is from 0 to 1.
 */
export function retryDelay(failures: number, random: number): number {
  const longest = Math.min(5000, 250 * 1.5 ** Math.min(failures, 20));
  return Math.round(longest * (0.75 + random / 4));
}
