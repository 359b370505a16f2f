import { wrongUse } from '../commandError.ts';

/** `c14` or `14` gives 14; `kind` is the letter. Throws wrong use. */
export function parseNumber(text: string, kind: 'c' | 'r' | ''): number {
  const [, letter = '', digits] = /^([cr]?)([1-9]\d{0,6})$/.exec(text) ?? [];
  if (digits !== undefined && (letter === '' || letter === kind)) return Number(digits);
  const example = `${kind}3`;
  throw wrongUse(`${JSON.stringify(text)} is not a number from 1 on.`, `Write it as ${example}.`);
}

/** Of an option. Throws wrong use. */
export function parseCount(text: string): number {
  return parseNumber(text, '');
}
