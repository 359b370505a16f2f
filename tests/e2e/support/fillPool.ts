import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './labcast.ts';
import { poolFolder, poolFree } from './poolFree.ts';

const blockBytes = 1024 * 1024;
const leastBytes = 4096;

/** Takes all that the lab host's pool has left, to the last block; returns the way to give it back. */
export async function fillPool(): Promise<() => Promise<void>> {
  const ballast = join(poolFolder, 'e2e-ballast');
  const giveBack = () => rm(ballast, { force: true });
  try {
    // Most of it without writing it.
    await run('fallocate', ['-l', String(Math.floor((await poolFree()) * 0.9)), ballast]);
    await appendUntilFull(ballast);
    return giveBack;
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** By ever smaller pieces, until not even the smallest finds room. */
async function appendUntilFull(path: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    for (let bytes = blockBytes; bytes >= leastBytes;) {
      const isFull = await append(file, Buffer.alloc(bytes, 1));
      if (isFull) bytes /= 4;
    }
  } finally {
    await file.close();
  }
}

async function append(file: FileHandle, bytes: Buffer): Promise<boolean> {
  try {
    await file.appendFile(bytes);
    await file.datasync();
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return true;
    throw error;
  }
}
