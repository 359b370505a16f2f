import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Files that a running Labcast is made of, relative to the repository, sorted; tests are not among them. */
export async function listReleaseFiles(repository: string): Promise<string[]> {
  const files = ['package.json', 'package-lock.json', 'labcast'];
  await collect(join(repository, 'packages'), files, repository);
  return files.sort();
}

async function collect(folder: string, files: string[], repository: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) await collect(path, files, repository);
    else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      files.push(relative(repository, path));
  }
}

/** Twelve hexadecimal digits that change with any file or with the Node.js that runs them. */
export async function releaseHash(repository: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const content = await readFile(join(repository, file)).catch(() => undefined);
    if (content) hash.update(`\0${file}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}
