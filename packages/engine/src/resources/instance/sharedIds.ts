import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';

/** Where the range of ids of an instance begins. */
const firstId = 'volatile.idmap.base';

/**
 * Whether an instance has the user ids of another one, which would make root of one root in the other's files. Incus
 * chooses a free range under a lock, and gives the lock back before it has written the range down: of several instances
 * that are made at the same moment two may get the same (seen with 6.0.4, five copies at once). The range is written down
 * before the making ends, so of two the one that asks last sees the other.
 */
export async function hasIdsOfAnother(name: string, incus: IncusClient): Promise<boolean> {
  const own = (await incus.findInstance(name))?.config[firstId];
  if (own === undefined) return false;
  const same = await incus.listInstances({ [firstId]: own });
  return same.some((instance) => instance.name !== name);
}

export function idsShared(element: string): LabcastError {
  return new LabcastError(
    'step-failed',
    `Incus gave ${element} the user ids of another instance again and again, so it was removed.`,
    { repeatable: true, remedy: 'Try again with labcast retry, when less is being made.' },
  );
}
