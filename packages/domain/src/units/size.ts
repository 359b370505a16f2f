import type { Refusal } from './refusal.ts';

const binaryUnits = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 } as const;
const decimalUnits = { kB: 1000, MB: 1000 ** 2, GB: 1000 ** 3, TB: 1000 ** 4 } as const;
const units: Readonly<Record<string, number>> = { ...binaryUnits, ...decimalUnits };

/** For editors: what `parseSize` accepts, but for its bounds. */
export const sizePattern = `^[0-9]+(\\.[0-9]+)? ?(${Object.keys(units).join('|')})$`;

const written = /^(\d+(?:\.\d+)?) ?([A-Za-z]*)$/;

/**
 * Bytes of a written size: `512MiB`, `1.5GiB`, `500MB`. `name` is what the size is of, for the message. Parts of a byte are
 * rounded away.
 */
export function parseSize(text: string, name: string): number | Refusal {
  const match = written.exec(text.trim());
  const number = match?.[1];
  const unit = match?.[2];
  if (number === undefined || unit === undefined)
    return {
      message: `${name} is ${JSON.stringify(text)}, which is not a size`,
      remedy: 'Write a number and a unit, such as 512MiB or 4GiB.',
    };
  if (unit === '') {
    // Nobody gives a machine 2 MiB of memory or 512 GiB of it.
    const meant = `${number}${Number(number) < 64 ? 'GiB' : 'MiB'}`;
    return {
      message: `${name} has no unit, write ${meant}`,
      remedy: `Write ${meant}, or another unit: ${Object.keys(units).join(', ')}.`,
    };
  }
  const factor = units[unit];
  if (factor === undefined) {
    const meant = `${number}${meantUnit(unit)}`;
    return {
      message: `${name} has the unknown unit ${unit}, write ${meant}`,
      remedy: `Write ${meant}; the units are ${Object.keys(units).join(', ')}.`,
    };
  }
  const bytes = Math.round(Number(number) * factor);
  if (bytes < 1 || !Number.isSafeInteger(bytes))
    return {
      message: `${name} is ${text}, which is ${bytes < 1 ? 'nothing' : 'more than any machine has'}`,
      remedy: 'Write a size such as 512MiB or 4GiB.',
    };
  return bytes;
}

/** `M`, `Mi`, `mb` and `mib` all mean MiB to somebody. */
function meantUnit(unit: string): string {
  const letter = unit.charAt(0).toUpperCase();
  return 'KMGT'.includes(letter) ? `${letter}iB` : 'MiB';
}

/** The shortest text that gives exactly these bytes again: `512MiB`, `500MB`, `1536MiB`. */
export function writeSize(bytes: number): string {
  const largestFirst = Object.entries(units).toSorted(([, a], [, b]) => b - a);
  const [name, factor] = largestFirst.find(([, size]) => bytes % size === 0) ?? ['B', 1];
  return `${String(bytes / factor)}${name}`;
}

/** For people: `1.5 GiB`, `24 GiB`, `512 MiB`; one decimal under 10, none above. */
export function printSize(bytes: number): string {
  const largestFirst = Object.entries(binaryUnits).toReversed();
  const [name, factor] = largestFirst.find(([, size]) => bytes >= size) ?? ['B', 1];
  const amount = bytes / factor;
  return `${String(Number(amount.toFixed(amount < 9.95 ? 1 : 0)))} ${name}`;
}
