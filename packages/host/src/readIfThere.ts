import { readFile } from 'node:fs/promises';

/** Text of the file, or undefined when there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}

/** True for what node:fs throws when a path is not there, or when a link vanishes while /sys is read. */
export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(ENOENT|ENODEV)$/.test(String(error.code));
}
