import type { FileHandle } from 'node:fs/promises';
import { openInside } from './openInside.ts';

const pieceBytes = 256 * 1024;

/** Whether a file holds the same in both trees. One that went, or that became something else meanwhile, does not. */
export async function haveSameContent(
  roots: { before: string; after: string },
  path: string,
): Promise<boolean> {
  const before = await openInside(roots.before, path);
  const after = await openInside(roots.after, path).catch(async (error: unknown) => {
    await before?.close();
    throw error;
  });
  try {
    return before !== undefined && after !== undefined && (await areEqual(before, after));
  } finally {
    await before?.close();
    await after?.close();
  }
}

async function areEqual(before: FileHandle, after: FileHandle): Promise<boolean> {
  const pieces = [Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes)] as const;
  for (let position = 0; ; position += pieceBytes) {
    const [one, other] = await Promise.all([
      before.read(pieces[0], 0, pieceBytes, position),
      after.read(pieces[1], 0, pieceBytes, position),
    ]);
    const read = one.bytesRead;
    if (read !== other.bytesRead) return false;
    if (!pieces[0].subarray(0, read).equals(pieces[1].subarray(0, read))) return false;
    if (read < pieceBytes) return true;
  }
}
