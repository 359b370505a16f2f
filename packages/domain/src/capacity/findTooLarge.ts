import type { Problem } from '../errors.ts';
import { printSize } from '../units/size.ts';
import type { InstanceNeeds, Needs } from './estimateNeeds.ts';
import type { HostObservation } from './hostObservation.ts';

interface Resource {
  readonly name: 'memory' | 'storage' | 'cpu';
  readonly label: string;
  readonly total: number;
  readonly of: (instance: InstanceNeeds) => number;
  readonly print: (amount: number) => string;
}

function resources(host: HostObservation): Resource[] {
  return [
    {
      name: 'memory',
      label: ' of memory',
      total: host.memoryTotalBytes,
      of: ({ memoryBytes }) => memoryBytes,
      print: printSize,
    },
    {
      name: 'storage',
      label: ' of storage',
      total: host.poolTotalBytes,
      of: ({ storageBytes }) => storageBytes,
      print: printSize,
    },
    {
      name: 'cpu',
      label: '',
      total: host.cpus,
      of: ({ cpu }) => cpu,
      print: (cpu) => `${cpu} ${cpu === 1 ? 'CPU core' : 'CPU cores'}`,
    },
  ];
}

/** One instance runs on one host, so it cannot be larger; of several that are too large the largest is named. */
export function findTooLarge({ needs, host }: { needs: Needs; host: HostObservation }): Problem[] {
  return resources(host).flatMap(({ name, label, total, of, print }): Problem[] => {
    const [largest] = needs.instances.toSorted((a, b) => of(b) - of(a));
    if (!largest || of(largest) <= total) return [];
    return [
      {
        message: `${largest.name} needs ${print(of(largest))}${label}, the lab host has ${print(total)}.`,
        remedy: `Make ${name} of ${largest.name} smaller, at most ${print(total)}.`,
        path: `elements.${largest.name}.${name}`,
      },
    ];
  });
}
