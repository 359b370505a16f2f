import { printSize, type CatalogueImage } from '@labcast/domain';
import type { LabCompletion } from './completeLab.ts';
import type { ReadValue } from './schemasAt.ts';

/** Names that a value may point to: images of the catalogue, networks and elements of the lab. */
export function referencesAt(
  path: readonly string[],
  readValue: ReadValue,
  images: readonly CatalogueImage[],
): LabCompletion[] {
  const [top, name = '', field, entry, inner] = path;
  if (top === 'checks' && field === 'on') return elementNames(readValue, () => true);
  if (top !== 'elements') return [];
  if (field === 'image') return imagesFor(readValue(['elements', name, 'kind']), images);
  if (field === 'on' && entry === undefined)
    return elementNames(readValue, (kind) => kind === 'cluster');
  const isNetwork = entry === '*' && (inner === undefined || inner === 'name');
  return field === 'networks' && isNetwork ? networkNames(readValue) : [];
}

function imagesFor(kind: unknown, images: readonly CatalogueImage[]): LabCompletion[] {
  const imageKind: string = kind === 'app' || kind === 'vm' ? kind : 'machine';
  return images
    .filter((image) => image.kind === imageKind)
    .map(({ name, summary, minimum }) => ({
      label: name,
      kind: 'reference',
      info: `${summary}. Needs ${printSize(minimum.memoryBytes)} of memory.`,
    }));
}

function elementNames(
  readValue: ReadValue,
  isFitting: (kind: unknown) => boolean,
): LabCompletion[] {
  return entriesOf(readValue(['elements']))
    .filter(([, element]) => isFitting(kindOf(element)))
    .map(([name, element]) => ({ label: name, kind: 'reference', info: String(kindOf(element)) }));
}

function networkNames(readValue: ReadValue): LabCompletion[] {
  const networks = entriesOf(readValue(['networks']));
  if (networks.length === 0)
    return [{ label: 'lan', kind: 'reference', info: 'The network of every lab that names none.' }];
  return networks.map(([name, network]) => {
    const subnet = entriesOf(network).find(([key]) => key === 'subnet')?.[1];
    return { label: name, kind: 'reference', ...(typeof subnet === 'string' && { info: subnet }) };
  });
}

const kindOf = (element: unknown) => entriesOf(element).find(([key]) => key === 'kind')?.[1];
const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
