import { statfs } from 'node:fs/promises';

/** Where the lab host's storage pool is mounted. */
export const poolFolder = `/var/lib/incus/storage-pools/${process.env.LABCAST_POOL ?? 'labcast'}`;

export async function poolFree(): Promise<number> {
  const { bavail, bsize } = await statfs(poolFolder);
  return bavail * bsize;
}

export async function poolBytes(): Promise<number> {
  const { blocks, bsize } = await statfs(poolFolder);
  return blocks * bsize;
}
