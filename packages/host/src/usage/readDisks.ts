import { readFile } from 'node:fs/promises';
import type { RunCommand } from '../runCommand.ts';

export interface CountedDisk {
  readonly name: string;
  /** What btrfs calls its count: `0/258`. */
  readonly group: string;
  readonly usedBytes: number;
  readonly limitBytes: number;
}

/** Writing everything out costs all labs a moment. */
const syncEveryMs = 5_000;

/** Tells the disks of containers whose name begins with `prefix`, on any btrfs pool: what they hold, and may hold. */
export function createDiskReader(run: RunCommand): (prefix: string) => Promise<CountedDisk[]> {
  let syncedAt = -Infinity;

  async function readPool(pool: string, prefix: string): Promise<CountedDisk[]> {
    const read = async (...options: string[]): Promise<CountedDisk[]> => {
      const command = ['qgroup', 'show', '-r', '--raw', ...options, pool];
      // Quotas may be off, or the pool may just go: then nothing is known of these disks.
      const table = await run('btrfs', command).catch(() => '');
      return parseQuotas(table, prefix);
    };
    const disks = await read();
    // btrfs counts what was deleted only when it writes, every 30 s: who made room shall not wait so long to see it.
    if (!disks.some(isNearlyFull) || performance.now() - syncedAt < syncEveryMs) return disks;
    syncedAt = performance.now();
    return read('--sync');
  }

  return async (prefix) => {
    const pools = parseBtrfsMounts(await readFile('/proc/self/mounts', 'utf8'));
    return (await Promise.all(pools.map(({ path }) => readPool(path, prefix)))).flat();
  };
}

function isNearlyFull({ usedBytes, limitBytes }: CountedDisk): boolean {
  return limitBytes > 0 && usedBytes > limitBytes * 0.95;
}

/** Where Incus keeps its pools, the same filesystem once. */
export function parseBtrfsMounts(mounts: string): { device: string; path: string }[] {
  const found = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, path, type]) => type === 'btrfs' && path?.includes('/storage-pools/'));
  return [...new Map(found.map(([device = '', path = '']) => [device, { device, path }])).values()];
}

export function parseQuotas(table: string, prefix: string): CountedDisk[] {
  return table.split('\n').flatMap((line) => {
    const [group = '', used, , limit, path = ''] = line.trim().split(/\s+/);
    const name = /^containers\/(.+)$/.exec(path)?.[1];
    if (!name?.startsWith(prefix)) return [];
    const limitBytes = Number(limit);
    return [{ name, group, usedBytes: Number(used), limitBytes: limitBytes > 0 ? limitBytes : 0 }];
  });
}
