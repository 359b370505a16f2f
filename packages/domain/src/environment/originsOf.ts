import type { Blueprint, Element } from '../blueprint/blueprint.ts';
import type { EnvironmentKey } from './names.ts';
import type { Origin, Origins } from './origins.ts';
import type { ElementUsage } from './usage.ts';

const nodeImage = 'kubernetes-node';

/**
 * The origins of a copy of all that a checkpoint holds: `key` is of the environment that keeps it. With the `usage` that was
 * measured for it, elements that had no machine yet are left out: they are made from their images in every copy.
 */
export function originsOf(
  { elements }: Pick<Blueprint, 'elements'>,
  key: EnvironmentKey,
  usage?: readonly ElementUsage[],
): Origins {
  const all = Object.entries(elements).flatMap(([name, element]): [string, Origin][] => {
    const image = imageOf(element);
    const hasDisk = !usage || usage.some((one) => one.name === name);
    return image === undefined || !hasDisk ? [] : [[name, { key, image }]];
  });
  return Object.fromEntries(all);
}

/** Apps are on their cluster's disks. */
function imageOf(element: Element): string | undefined {
  if (element.kind === 'app') return undefined;
  return element.kind === 'cluster' ? nodeImage : element.image;
}
