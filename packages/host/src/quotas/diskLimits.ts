import { readFile } from 'node:fs/promises';
import type { HostClient } from '../client.ts';
import { HostError } from '../HostError.ts';
import type { RunCommand } from '../runCommand.ts';
import { parseBtrfsMounts, parseQuotas } from '../usage/readDisks.ts';
import type { CountedDisk } from '../usage/readDisks.ts';

/** Incus writes some KiB; btrfs sets aside more than a hundred for each file that changes. */
const roomBytes = 4 * 2 ** 20;

/**
 * Changes limits from the pool's own root: a change from inside a full disk, as Incus makes it, is refused by that very
 * limit.
 */
export function createDiskLimits(
  run: RunCommand,
  mounts = '/proc/self/mounts',
): Pick<HostClient, 'giveRoom' | 'limitDisk'> {
  async function find(name: string): Promise<CountedDisk & { pool: string }> {
    for (const { path: pool } of parseBtrfsMounts(await readFile(mounts, 'utf8'))) {
      // Quotas may be off in one pool, or it may just go.
      const table = await run('btrfs', ['qgroup', 'show', '-r', '--raw', pool]).catch(() => '');
      const disk = parseQuotas(table, name).find((one) => one.name === name);
      if (disk) return { ...disk, pool };
    }
    throw new HostError('rejected', `${name.slice(0, 80)} has no disk whose size is counted.`);
  }

  async function limit({ pool, group }: CountedDisk & { pool: string }, bytes: number) {
    await run('btrfs', ['qgroup', 'limit', String(bytes), group, pool]);
  }

  return {
    async giveRoom(name) {
      const disk = await find(name);
      if (disk.limitBytes === 0) return;
      await limit(disk, Math.max(disk.usedBytes, disk.limitBytes) + roomBytes);
    },
    async limitDisk(name, bytes) {
      await limit(await find(name), bytes);
    },
  };
}
