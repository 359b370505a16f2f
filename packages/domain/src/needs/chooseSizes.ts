import type { CatalogueImage } from '../catalogue/catalogueImage.ts';
import type { Problem } from '../errors.ts';
import { parseCores } from '../units/cores.ts';
import type { Refusal } from '../units/refusal.ts';
import { parseSize, printSize, writeSize } from '../units/size.ts';
import type { PlainNeeds, SizeWishes } from './plainNeeds.ts';
import type { WishedElement } from './wishedElements.ts';

/** As they are written in `lab.yaml`. */
interface ChosenSizes {
  readonly cpu: number;
  readonly memory: string;
  readonly storage: string;
}

export interface SizeChoice {
  readonly sizes: ChosenSizes;
  /** Where a wish was not enough for the image. */
  readonly notes: readonly string[];
  /** Wishes that are no sizes. */
  readonly problems: readonly Problem[];
}

type Field = keyof SizeWishes;

/** The element's own wish, else the one for all machines, else what is usual; never less than the image can work with. */
export function chooseSizes(
  element: WishedElement,
  image: Pick<CatalogueImage, 'minimum' | 'recommended'>,
  forAll: PlainNeeds,
): SizeChoice {
  const notes: string[] = [];
  const problems: Problem[] = [];
  const choose = (field: Field, usual: number, least: number): number => {
    const own = element.sizes[field];
    const wish = own ?? forAll[field];
    if (wish === undefined) return usual;
    const parsed = parse(field, wish);
    if (typeof parsed !== 'number') {
      problems.push({ ...parsed, path: own === undefined ? field : `${element.path}.${field}` });
      return usual;
    }
    if (parsed >= least) return parsed;
    const print = field === 'cpu' ? String : printSize;
    notes.push(
      `${element.name} gets ${print(least)} of ${field} instead of ${print(parsed)}: with less it does not work.`,
    );
    return least;
  };
  const { minimum, recommended } = image;
  const sizes = {
    cpu: choose('cpu', recommended.cpu, minimum.cpu),
    memory: writeSize(choose('memory', recommended.memoryBytes, minimum.memoryBytes)),
    storage: writeSize(choose('storage', recommended.storageBytes, minimum.storageBytes)),
  };
  return { sizes, notes, problems };
}

function parse(field: Field, wish: number | string): number | Refusal {
  return field === 'cpu' ? parseCores(wish, field) : parseSize(String(wish), field);
}
