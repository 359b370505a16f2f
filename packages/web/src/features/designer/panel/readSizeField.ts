import { parseCores, parseSize, printSize, writeSize } from '@labcast/domain';

/** What a field holds once it is left: what goes into lab.yaml, or why nothing does. */
export type FieldReading<T> =
  /** Undefined: the key is left out, so that the image decides. */
  { readonly value: T | undefined } | { readonly error: string };

export interface Bounds {
  /** Whose the bounds are: the image's name. */
  readonly of: string;
  readonly minimum: number;
  readonly recommended: number;
}

/** A size as people write it, `0.5 GiB`, as lab.yaml has it, `512MiB`. Less than the image works with is refused. */
export function readSizeField(text: string, name: string, bounds?: Bounds): FieldReading<string> {
  if (text.trim() === '') return { value: undefined };
  const bytes = parseSize(text.replace(',', '.'), name);
  if (typeof bytes !== 'number') return { error: `${bytes.message}. ${bytes.remedy}` };
  if (bounds && bytes < bounds.minimum)
    return { error: tooSmall(bounds.of, printSize(bounds.minimum), printSize(bytes)) };
  return { value: writeSize(bytes) };
}

/** As `readSizeField`, for cores. */
export function readCoresField(text: string, name: string, bounds?: Bounds): FieldReading<number> {
  if (text.trim() === '') return { value: undefined };
  const cores = parseCores(text.replace(',', '.'), name);
  if (typeof cores !== 'number') return { error: `${cores.message}. ${cores.remedy}` };
  if (bounds && cores < bounds.minimum)
    return { error: tooSmall(bounds.of, printCores(bounds.minimum), printCores(cores)) };
  return { value: cores };
}

/** A whole number within bounds, such as a count or a port. */
export function readCountField(
  text: string,
  name: string,
  { minimum, maximum }: { minimum: number; maximum: number },
): FieldReading<number> {
  if (text.trim() === '') return { value: undefined };
  const count = Number(text);
  if (Number.isInteger(count) && count >= minimum && count <= maximum) return { value: count };
  return {
    error: `${name} is ${JSON.stringify(text.trim())}. Write a whole number from ${minimum} to ${maximum}.`,
  };
}

export const printCores = (cores: number) => `${cores} CPU`;

function tooSmall(image: string, least: string, given: string): string {
  return `${image} needs at least ${least}, this is ${given}. Write ${least} or more.`;
}

/** Undefined when there is nothing to warn about. */
export function warnAbout(
  value: number,
  bounds: Bounds | undefined,
  print: (value: number) => string,
): string | undefined {
  if (!bounds || value < bounds.minimum || value >= bounds.recommended) return undefined;
  return `${print(bounds.recommended)} is recommended for ${bounds.of}. With less it may be slow or stop.`;
}
