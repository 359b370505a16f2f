import { printSize, type Element } from '@labcast/domain';
import { printCores } from '../panel/readSizeField.ts';
import { listText } from './listText.ts';

/** What an element is made of. */
export function describeImage(element: Element): string {
  if (element.kind === 'cluster') return listText.nodes(element.nodes);
  return element.kind === 'app' ? `${element.image} ${listText.on(element.on)}` : element.image;
}

/** What an element may take. */
export function describeSizes(element: Element): string {
  const cpu = element.cpu === undefined ? undefined : printCores(element.cpu);
  const memory = element.memoryBytes === undefined ? undefined : printSize(element.memoryBytes);
  const disk = element.kind === 'app' ? undefined : printSize(element.storageBytes);
  const sizes = [cpu, memory, disk].filter((size) => size !== undefined);
  if (sizes.length === 0) return listText.noLimit;
  return element.kind === 'cluster' && element.nodes > 1
    ? `${sizes.join(', ')} ${listText.each}`
    : sizes.join(', ');
}
