import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './labcast.ts';

const pool = '/var/lib/incus/storage-pools/labcast';

/** Takes what the lab host's pool has left; returns the way to give it back. */
export async function fillPool(): Promise<() => Promise<void>> {
  const ballast = join(pool, 'e2e-ballast');
  // A file system that counts data and metadata apart may refuse the last bytes: then less is tried.
  for (let share = 1; share > 0.9; share -= 0.005) {
    const { bavail, bsize } = await statfs(pool);
    const bytes = Math.floor(bavail * bsize * share);
    const result = await run('fallocate', ['-l', String(bytes), ballast]);
    if (result.exitCode === 0) return () => rm(ballast);
  }
  await rm(ballast, { force: true });
  throw new Error(`The pool at ${pool} could not be filled.`);
}
