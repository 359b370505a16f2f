import type { CatalogueImage, ImageNeeds } from '../catalogue/catalogueImage.ts';
import { parseCores } from '../units/cores.ts';
import { parseSize, printSize, writeSize } from '../units/size.ts';
import type { Report } from './placedProblem.ts';

const mebibyte = 1024 ** 2;

/** For an image that the catalogue does not know: little is promised and little is asked. */
const unknownImageNeeds: Pick<CatalogueImage, 'minimum' | 'recommended'> = {
  minimum: { cpu: 0.01, memoryBytes: 16 * mebibyte, storageBytes: 64 * mebibyte },
  recommended: { cpu: 1, memoryBytes: 512 * mebibyte, storageBytes: 4096 * mebibyte },
};

export interface WrittenSizes {
  readonly cpu?: number | string | undefined;
  readonly memory?: string | undefined;
  readonly storage?: string | undefined;
}

/** What is written, else what the image recommends; less than it can work with is reported. */
export function resolveSizes(
  written: WrittenSizes,
  image: CatalogueImage | undefined,
  path: readonly string[],
  report: Report,
): ImageNeeds {
  const { minimum, recommended } = image ?? unknownImageNeeds;
  const name = image?.name ?? 'a machine';
  const sizes = {
    cpu: written.cpu === undefined ? recommended.cpu : readCores(written.cpu),
    memoryBytes: written.memory === undefined ? recommended.memoryBytes : readSize(written.memory),
    storageBytes:
      written.storage === undefined ? recommended.storageBytes : readSize(written.storage),
  };
  const check = (field: string, given: string, least: string, isTooSmall: boolean) => {
    if (!isTooSmall) return;
    report([...path, field], {
      message: `${field} is ${given}, ${name} needs at least ${least}`,
      remedy: `Write ${least} or more.`,
    });
  };
  check('cpu', String(sizes.cpu), String(minimum.cpu), sizes.cpu < minimum.cpu);
  check(
    'memory',
    printSize(sizes.memoryBytes),
    writeSize(minimum.memoryBytes),
    sizes.memoryBytes < minimum.memoryBytes,
  );
  check(
    'storage',
    printSize(sizes.storageBytes),
    writeSize(minimum.storageBytes),
    sizes.storageBytes < minimum.storageBytes,
  );
  return sizes;
}

/** For text whose form was checked; anything else is a bug and throws a plain error. */
export function readSize(text: string): number {
  const size = parseSize(text, 'size');
  if (typeof size !== 'number') throw new Error(size.message);
  return size;
}

/** As `readSize`. */
export function readCores(input: string | number): number {
  const cores = parseCores(input, 'cpu');
  if (typeof cores !== 'number') throw new Error(cores.message);
  return cores;
}
