import type { Blueprint } from '../blueprint/blueprint.ts';
import type { ElementUsage } from './usage.ts';

/** What each element may use at most; an app uses its cluster's. In the blueprint's order. */
export function elementLimits({ elements }: Blueprint): ElementUsage[] {
  return Object.entries(elements).flatMap(([name, element]) => {
    if (element.kind === 'app') return [];
    const nodes = element.kind === 'cluster' ? element.nodes : 1;
    return [
      {
        name,
        cpuCores: element.cpu * nodes,
        memoryBytes: element.memoryBytes * nodes,
        diskBytes: element.storageBytes * nodes,
      },
    ];
  });
}
