import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import type { ComparedDisks, ComparedFile } from '../client.ts';
import { HostError } from '../HostError.ts';
import { isMissingFile } from '../readIfThere.ts';
import { compareTrees, type TreeDifference } from './compareTrees.ts';
import { haveSameContent } from './haveSameContent.ts';
import { listTree } from './listTree.ts';

export type CompareDisks = (disks: { before: string; after: string }) => Promise<ComparedDisks>;

/** An answer names no more files than this; its total counts them all. */
const mostFiles = 10_000;

/**
 * Compares the file systems of two containers, by type, rights, owner, size, time and, where the time alone differs, by
 * content. Extended attributes alone are not looked at.
 * @param poolsDirectory where Incus keeps its pools: one folder for each
 */
export function createDiskComparison(poolsDirectory: string): CompareDisks {
  // Two walks keep two cores busy already.
  const queue = new PQueue({ concurrency: 2 });

  async function compare(names: { before: string; after: string }): Promise<ComparedDisks> {
    const [before, after] = await Promise.all([
      findRoot(poolsDirectory, names.before),
      findRoot(poolsDirectory, names.after),
    ]);
    const trees = await Promise.all([listTree(before), listTree(after)]);
    const found = await decide(compareTrees(...trees), { before, after });
    return { files: found.slice(0, mostFiles).map(describe), total: found.length };
  }

  return (names) => queue.add(() => compare(names));
}

/** Reads what could not be told otherwise. */
async function decide(
  differences: readonly TreeDifference[],
  roots: { before: string; after: string },
): Promise<TreeDifference[]> {
  const decided: TreeDifference[] = [];
  for (const difference of differences) {
    const isSame =
      difference.change === 'unclear' && (await haveSameContent(roots, difference.path));
    if (!isSame) decided.push(difference);
  }
  return decided;
}

function describe({ path, change, sizeBytes }: TreeDifference): ComparedFile {
  return {
    path: `/${Buffer.from(path, 'latin1').toString('utf8')}`,
    change: change === 'unclear' ? 'changed' : change,
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  };
}

/** Throws a `HostError` for what is no instance's name, and for one that has no disk in any pool. */
async function findRoot(poolsDirectory: string, name: string): Promise<string> {
  if (!/^(?:[a-z0-9][a-z0-9-]{0,62}_)?[A-Za-z][A-Za-z0-9-]{0,62}$/.test(name)) {
    throw new HostError('rejected', `"${name.slice(0, 80)}" is not the name of an instance.`);
  }
  const pools = await readdir(poolsDirectory).catch((error: unknown) => {
    if (isMissingFile(error)) return [];
    throw error;
  });
  for (const pool of pools) {
    const root = join(poolsDirectory, pool, 'containers', name, 'rootfs');
    const found = await lstat(root).catch(() => undefined);
    if (found?.isDirectory()) return root;
  }
  throw new HostError(
    'rejected',
    `No disk of ${name} is mounted below ${poolsDirectory}. Was it deleted, or is its pool one that mounts only running instances?`,
  );
}
