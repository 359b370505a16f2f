import { readFile } from 'node:fs/promises';
import { CommandError } from './commandError.ts';

/** A lab.yaml from a file, or from standard input when the file is `-`. */
export async function readLab(file: string): Promise<string> {
  if (file === '-') return (await process.stdin.setEncoding('utf8').toArray()).join('');
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandError('request-invalid', `${file} cannot be read.`, {
      remedy: 'Name the file with -f, such as -f lab.yaml.',
      cause,
    });
  }
}
