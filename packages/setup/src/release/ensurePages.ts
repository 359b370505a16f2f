import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Context } from '../run/context.ts';

/** What the pages are made of; the libraries stand in the lock file. */
const sources = ['packages/web', 'packages/domain', 'packages/api-client/src', 'package-lock.json'];
const notSources = new Set(['node_modules', 'dist']);

/** Builds the web pages into `packages/web/dist`, unless the ones there are of the present sources. */
export async function ensurePages(context: Context): Promise<string> {
  const { repository } = context;
  const stamp = join(repository, 'packages/web/dist/built-from.txt');
  const wanted = await hashSources(repository);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return 'as they are';
  await context.run('npm', ['run', '--silent', 'build', '--workspace', '@labcast/web'], {
    workingDirectory: repository,
    timeoutMs: 10 * 60_000,
    remedy: 'Run `npm run build -w @labcast/web` and see what it says.',
  });
  await writeFile(stamp, wanted);
  return 'built';
}

async function hashSources(repository: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    for (const file of await listFiles(join(repository, source))) {
      hash.update(`\0${relative(repository, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const found = await Promise.all(
    entries
      .filter(({ name }) => !notSources.has(name))
      .map((entry) => listFiles(join(path, entry.name))),
  );
  return found.flat().sort();
}
