import type { InstanceNeeds, Needs } from './estimateNeeds.ts';
import { sumNeeds } from './estimateNeeds.ts';

/**
 * What a lab that is there takes more when it becomes `next`. What becomes smaller or goes gives nothing back here: it is
 * there until the last lab has changed. `instances` are those that are new or grow, each with all that it needs.
 */
export function growthOf(present: Needs, next: Needs): Needs {
  const before = new Map(present.instances.map((one) => [one.name, one] as const));
  const grown = next.instances.flatMap((instance) => {
    const more = difference(before.get(instance.name), instance);
    return more ? [{ instance, more }] : [];
  });
  return {
    ...sumNeeds(grown.map(({ more }) => more)),
    instances: grown.map(({ instance }) => instance),
  };
}

function difference(before: InstanceNeeds | undefined, next: InstanceNeeds) {
  if (!before) return next;
  const more = {
    cpu: Math.max(0, next.cpu - before.cpu),
    memoryBytes: Math.max(0, next.memoryBytes - before.memoryBytes),
    storageBytes: Math.max(0, next.storageBytes - before.storageBytes),
    // A larger limit alone makes nothing use more.
    idleMemoryBytes: 0,
  };
  return more.cpu + more.memoryBytes + more.storageBytes > 0 ? more : undefined;
}
