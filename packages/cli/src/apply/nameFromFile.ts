import { basename, dirname, resolve } from 'node:path';
import { wrongUse } from '../commandError.ts';

/**
 * The folder's name as lowercase letters, digits and dashes: it stays the same when the lab's title is reworded, so the
 * next apply finds the same assignment. Throws wrong use when that leaves nothing.
 */
export function nameFromFile(file: string): string {
  if (file === '-') {
    throw wrongUse('A lab from standard input has no name.', 'Give it one: --name firewall');
  }
  const folder = basename(dirname(resolve(file)));
  const name = folder
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  if (name === '') {
    throw wrongUse(
      `No name can be made of the folder ${JSON.stringify(folder)}.`,
      'Give one: --name firewall',
    );
  }
  return name;
}
