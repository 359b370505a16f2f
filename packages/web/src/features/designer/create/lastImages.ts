import { useLocalStorage } from '@mantine/hooks';
import type { Image } from '../design/Design.ts';
import { imageKinds, type Creatable } from './newElement.ts';

type Chosen = Readonly<Partial<Record<Creatable, string>>>;

const first: Chosen = { container: 'debian-12', vm: 'debian-vm', app: 'nginx' };

/** The image that each button takes: the last chosen one, for this person. */
export function useLastImages() {
  return useLocalStorage<Chosen>({
    key: 'labcast-last-images',
    defaultValue: first,
    getInitialValueInEffect: false,
  });
}

/** Those that one can make of this kind. */
export function imagesFor(kind: Creatable, images: readonly Image[]): readonly Image[] {
  if (kind === 'cluster' || kind === 'network') return [];
  return images.filter((image) => image.kind === imageKinds[kind]);
}

/** What was chosen last, as long as it is there; otherwise the first one that is ready. */
export function imageFor(
  kind: Creatable,
  images: readonly Image[],
  chosen: Chosen,
): Image | undefined {
  const choices = imagesFor(kind, images);
  return (
    choices.find(({ name }) => name === (chosen[kind] ?? first[kind])) ??
    choices.find(({ name }) => name === first[kind]) ??
    choices.find(({ ready }) => ready) ??
    choices[0]
  );
}
