import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunCommand } from '../runCommand.ts';
import { parseBtrfsMounts } from '../usage/readDisks.ts';

/** A count of a large pool takes a while, and reads all of its disks' trees. */
const pauseMs = 60_000;

/**
 * btrfs gives up counting when a change of its trees is too large for it, and from then on no limit of any disk holds: one
 * lab could fill the pool. It goes on only when somebody has it count anew. Returns the pools of which that was begun.
 */
export function createQuotaKeeper(
  run: RunCommand,
  { mounts = '/proc/self/mounts', root = '/sys/fs/btrfs' } = {},
): () => Promise<string[]> {
  let lastBegun = -Infinity;
  return async () => {
    if (performance.now() - lastBegun < pauseMs) return [];
    const uncounted = await findUncounted(await readFile(mounts, 'utf8'), root);
    const begun: string[] = [];
    for (const pool of uncounted) {
      // Refused while one is under way, or when the pool just goes.
      const answer = await run('btrfs', ['quota', 'rescan', pool]).catch(() => undefined);
      if (answer !== undefined) begun.push(pool);
    }
    if (begun.length > 0) lastBegun = performance.now();
    return begun;
  };
}

/** Mount points of Incus's pools whose disks are not counted. */
async function findUncounted(mounts: string, root: string): Promise<string[]> {
  const pools = parseBtrfsMounts(mounts);
  const found: string[] = [];
  for (const filesystem of await readdir(root).catch(() => [])) {
    const read = (path: string) =>
      readFile(join(root, filesystem, path), 'utf8').catch(() => undefined);
    if ((await read('qgroups/inconsistent'))?.trim() !== '1') continue;
    const devices = await readdir(join(root, filesystem, 'devices')).catch(() => []);
    const pool = pools.find(({ device }) => devices.some((name) => device === `/dev/${name}`));
    if (pool) found.push(pool.path);
  }
  return found;
}
