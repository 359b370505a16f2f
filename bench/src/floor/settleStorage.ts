import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Waits until btrfs has cleared away what was deleted before, which would else be in the next figure. */
export async function settleStorage(): Promise<void> {
  await run('btrfs', ['subvolume', 'sync', '/var/lib/incus/storage-pools/labcast']);
}
