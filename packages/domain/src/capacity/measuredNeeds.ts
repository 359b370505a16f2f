import type { ElementUsage } from '../environment/usage.ts';
import type { Needs } from './estimateNeeds.ts';

/** Incus's own process beside each instance, which is not counted to it. Measured on Debian 12, Incus 6.0. */
const monitorBytes = 12 * 1024 ** 2;

/**
 * The needs of a copy with what its checkpoint was seen to use in place of what such a lab usually takes when nobody does
 * anything. Limits stay as they are. An element of which nothing was measured, as one that was stopped, keeps its estimate.
 */
export function measuredNeeds(needs: Needs, usage: readonly ElementUsage[]): Needs {
  const used = new Map(usage.map(({ name, memoryBytes }) => [name, memoryBytes]));
  const elementOf = (instance: string): string => {
    if (used.has(instance)) return instance;
    return instance.replace(/-\d+$/, '');
  };
  const nodes = Map.groupBy(needs.instances, ({ name }) => elementOf(name));
  const instances = needs.instances.map((instance) => {
    const element = elementOf(instance.name);
    const total = used.get(element) ?? 0;
    if (total === 0) return instance;
    const share = total / (nodes.get(element)?.length ?? 1) + monitorBytes;
    const { memoryBytes, leastMemoryBytes = 0 } = instance;
    return {
      ...instance,
      idleMemoryBytes: Math.min(Math.max(share, leastMemoryBytes), memoryBytes),
    };
  });
  const idleMemoryBytes = instances.reduce((sum, one) => sum + one.idleMemoryBytes, 0);
  return { ...needs, instances, idleMemoryBytes };
}
