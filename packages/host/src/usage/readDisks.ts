import { readFile } from 'node:fs/promises';
import type { RunCommand } from '../runCommand.ts';

export interface CountedDisk {
  readonly name: string;
  readonly usedBytes: number;
  readonly limitBytes: number;
}

/** The disks of containers whose name begins with `prefix`, on any btrfs pool: what they hold, and may hold. */
export async function readDisks(prefix: string, run: RunCommand): Promise<CountedDisk[]> {
  const pools = parseBtrfsMounts(await readFile('/proc/self/mounts', 'utf8'));
  const tables = await Promise.all(
    // Quotas may be off, or the pool may just go: then nothing is known of these disks.
    pools.map((pool) => run('btrfs', ['qgroup', 'show', '-r', '--raw', pool]).catch(() => '')),
  );
  return tables.flatMap((table) => parseQuotas(table, prefix));
}

/** Where Incus keeps its pools, the same filesystem once. */
export function parseBtrfsMounts(mounts: string): string[] {
  const found = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, path, type]) => type === 'btrfs' && path?.includes('/storage-pools/'));
  return [...new Map(found.map(([device, path = '']) => [device, path])).values()];
}

export function parseQuotas(table: string, prefix: string): CountedDisk[] {
  return table.split('\n').flatMap((line) => {
    const [, used, , limit, path = ''] = line.trim().split(/\s+/);
    const name = /^containers\/(.+)$/.exec(path)?.[1];
    if (!name?.startsWith(prefix)) return [];
    const limitBytes = Number(limit);
    return [{ name, usedBytes: Number(used), limitBytes: limitBytes > 0 ? limitBytes : 0 }];
  });
}
