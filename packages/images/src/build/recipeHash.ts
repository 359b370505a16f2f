import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Recipe } from '../recipe.ts';

/** Counted up when the framework itself makes different images from the same recipe. */
const frameworkVersion = '1';

/** Sixteen hexadecimal digits over everything that decides the image: the same on every machine of one architecture. */
export async function recipeHash(recipe: Recipe): Promise<string> {
  const hash = createHash('sha256');
  const inputs = Object.entries(recipe.inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  hash.update(JSON.stringify([frameworkVersion, process.arch, recipe.name, inputs]));
  for (const path of recipe.files) {
    for (const line of await describe(path, basename(path))) hash.update(`${line}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** One line per file, with its name inside the recipe, whether it may be executed, and the hash of its content. */
async function describe(path: string, name: string): Promise<string[]> {
  const stats = await lstat(path);
  if (stats.isDirectory()) {
    const entries = (await readdir(path)).sort();
    const lines = await Promise.all(
      entries.map((entry) => describe(join(path, entry), `${name}/${entry}`)),
    );
    return [`folder ${name}`, ...lines.flat()];
  }
  if (stats.isSymbolicLink()) return [`link ${name} ${await readlink(path)}`];
  const executable = (stats.mode & 0o100) !== 0;
  const content = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return [`file ${name} ${executable ? 'x' : '-'} ${content}`];
}
