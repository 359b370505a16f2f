import type { HostUsage } from '../client.ts';
import type { RunCommand } from '../runCommand.ts';
import { readControlGroups } from './readControlGroups.ts';
import { createDiskReader } from './readDisks.ts';

/** Tells what containers whose name begins with `prefix` use now. */
export function createUsageReader(run: RunCommand): (prefix: string) => Promise<HostUsage> {
  const readDisks = createDiskReader(run);
  return async (prefix) => ({
    instances: readControlGroups(prefix),
    disks: await readDisks(prefix),
  });
}
