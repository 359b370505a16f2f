import { wrongUse } from './commandError.ts';

/**
 * Puts together what was written as `key=value` and as options. Throws wrong use for a word without `=` and for a key that
 * has two values.
 */
export function parseParameters(
  pairs: readonly string[],
  flags: Readonly<Record<string, string | undefined>>,
): { name?: string; parameters: Record<string, string> } {
  const found = new Map<string, string>();
  const add = (key: string, value: string): void => {
    const other = found.get(key);
    if (other !== undefined && other !== value) {
      throw wrongUse(`${key} is given twice: ${other} and ${value}.`, 'Give it once.');
    }
    found.set(key, value);
  };
  for (const pair of pairs) {
    const [, key, value] = /^([a-zA-Z][\w-]*)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      throw wrongUse(`${JSON.stringify(pair)} is not key=value.`, 'Write for example memory=2GiB.');
    }
    if (value === '') throw wrongUse(`${key}= has no value.`, `Write ${key}=... or leave it out.`);
    add(key, value);
  }
  for (const [key, value] of Object.entries(flags)) if (value !== undefined) add(key, value);
  const name = found.get('name');
  found.delete('name');
  const parameters = Object.fromEntries(found);
  return name === undefined ? { parameters } : { name, parameters };
}
