import { firstIds, parseEntry, type Tree, type TreeEntry } from './treeEntry.ts';

export interface TreeDifference {
  /** As in the tree: one character a byte. */
  readonly path: string;
  /** `unclear`: a file whose time alone differs, so that its content has to tell. */
  readonly change: 'added' | 'changed' | 'removed' | 'unclear';
  readonly sizeBytes?: number;
}

/**
 * How `after` differs from `before`, sorted by path. A folder counts when its owner or its rights changed, or when it came
 * or went empty: all else that happened to it is seen in what it holds.
 */
export function compareTrees(before: Tree, after: Tree): TreeDifference[] {
  const [idsBefore, idsAfter] = [firstIds(before), firstIds(after)];
  const sameIds = idsBefore.uid === idsAfter.uid && idsBefore.gid === idsAfter.gid;
  const found: TreeDifference[] = [];
  for (const [path, line] of after) {
    const lineBefore = before.get(path);
    // Copies of one disk keep number and change time of each file that nobody touched since, which nobody can forge.
    if (line === lineBefore && sameIds) continue;
    const entry = parseEntry(line, idsAfter);
    const change =
      lineBefore === undefined ? 'added' : judge(parseEntry(lineBefore, idsBefore), entry);
    if (change !== undefined) found.push({ path, change, ...sizeOf(entry) });
  }
  for (const path of before.keys()) {
    if (!after.has(path)) found.push({ path, change: 'removed' });
  }
  const filled = { before: foldersWithContent(before), after: foldersWithContent(after) };
  return found
    .filter(({ path, change }) => {
      if (change === 'added') return !filled.after.has(path);
      return change !== 'removed' || !filled.before.has(path);
    })
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function judge(before: TreeEntry, after: TreeEntry): 'changed' | 'unclear' | undefined {
  const keys = ['type', 'mode', 'uid', 'gid', 'target'] as const;
  if (keys.some((key) => before[key] !== after[key])) return 'changed';
  if (after.type !== 'f') return undefined;
  if (before.sizeBytes !== after.sizeBytes) return 'changed';
  return before.modifiedAt === after.modifiedAt ? undefined : 'unclear';
}

function sizeOf({ type, sizeBytes }: TreeEntry): { sizeBytes?: number } {
  return type === 'f' ? { sizeBytes } : {};
}

function foldersWithContent(tree: Tree): ReadonlySet<string> {
  return new Set(
    [...tree.keys()].map((path) => path.slice(0, path.lastIndexOf('/') + 1).slice(0, -1)),
  );
}
