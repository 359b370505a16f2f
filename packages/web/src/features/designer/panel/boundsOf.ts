import type { Element } from '@labcast/domain';
import type { Image } from '../design/Design.ts';
import type { Bounds } from './readSizeField.ts';

export type SizeField = 'cpu' | 'memory' | 'storage';

const keys = { cpu: 'cpu', memory: 'memoryBytes', storage: 'storageBytes' } as const;
const nodeImage = 'kubernetes-node';

/** The strictest of what the images of some elements need; undefined when no image is known. */
export function boundsOf(
  elements: readonly Element[],
  field: SizeField,
  images: readonly Pick<Image, 'name' | 'minimum' | 'recommended'>[],
): Bounds | undefined {
  const key = keys[field];
  const used = elements
    .map((element) => (element.kind === 'cluster' ? nodeImage : element.image))
    .map((name) => images.find((image) => image.name === name))
    .filter((image) => image !== undefined)
    .toSorted((a, b) => b.minimum[key] - a.minimum[key]);
  const [strictest] = used;
  if (!strictest) return undefined;
  return {
    of: strictest.name,
    minimum: strictest.minimum[key],
    recommended: Math.max(...used.map(({ recommended }) => recommended[key])),
  };
}
