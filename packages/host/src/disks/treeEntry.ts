/** What is known of one thing in a file system without reading it. */
export interface TreeEntry {
  /** `f` a file, `d` a folder, `l` a link; others as `find` writes them. */
  readonly type: string;
  readonly mode: string;
  /** As seen inside of the container. */
  readonly uid: number;
  readonly gid: number;
  readonly sizeBytes: number;
  /** Seconds with their fraction, as text: a number would lose the last digits. */
  readonly modifiedAt: string;
  /** Where a link leads; empty for all else. */
  readonly target: string;
}

/** Prints one entry, ended by a zero byte: no path can hold one. */
export const entryFormat = '%P\\0%y %m %U %G %s %T@ %i %C@ %l\\0';

/** By path, each as `find` printed it. Bytes are kept as they are, one character each: a path need not be UTF-8. */
export type Tree = ReadonlyMap<string, string>;

/** Reads what `find` printed, in however many pieces it comes. */
export function createTreeReader(): { add(piece: string): void; readonly tree: Tree } {
  const tree = new Map<string, string>();
  let rest = '';
  return {
    tree,
    add(piece) {
      const fields = (rest + piece).split('\0');
      const whole = fields.length - 1 - ((fields.length - 1) % 2);
      for (let index = 0; index < whole; index += 2) {
        tree.set(fields[index] ?? '', fields[index + 1] ?? '');
      }
      rest = fields.slice(whole).join('\0');
    },
  };
}

/** @param firstId what the container's id 0 is on the disk */
export function parseEntry(line: string, firstId: { uid: number; gid: number }): TreeEntry {
  const [type = '', mode = '', uid, gid, size, modifiedAt = '', , , ...target] = line.split(' ');
  return {
    type,
    mode,
    uid: Number(uid) - firstId.uid,
    gid: Number(gid) - firstId.gid,
    sizeBytes: Number(size),
    modifiedAt,
    target: target.join(' '),
  };
}

/**
 * What id 0 of the container is on the disk: 0 where mounts are mapped, else the first id of its range, which the root
 * folder belongs to. Ranges begin far above every id that a container has inside.
 */
export function firstIds(tree: Tree): { uid: number; gid: number } {
  const { uid, gid } = parseEntry(tree.get('') ?? '', { uid: 0, gid: 0 });
  return { uid: uid >= 65_536 ? uid : 0, gid: gid >= 65_536 ? gid : 0 };
}
