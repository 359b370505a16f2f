import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './labcast.ts';
import { poolFolder, poolFree } from './poolFree.ts';

/** Takes what the lab host's pool has left; returns the way to give it back. */
export async function fillPool(): Promise<() => Promise<void>> {
  const ballast = join(poolFolder, 'e2e-ballast');
  // A file system that counts data and metadata apart may refuse the last bytes: then less is tried.
  for (let share = 1; share > 0.9; share -= 0.005) {
    const bytes = Math.floor((await poolFree()) * share);
    const result = await run('fallocate', ['-l', String(bytes), ballast]);
    if (result.exitCode === 0) return () => rm(ballast);
  }
  await rm(ballast, { force: true });
  throw new Error(`The pool at ${poolFolder} could not be filled.`);
}
