import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK } = constants;

/**
 * Opens a file below `root` for reading, folder by folder and never through a link, so that nothing outside of `root` can be
 * opened even while somebody inside swaps folders for links. Undefined when it is not a plain file (any more).
 * @param path one character a byte
 */
export async function openInside(root: string, path: string): Promise<FileHandle | undefined> {
  const names = path.split('/');
  const last = names.pop() ?? '';
  let folder = await open(root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  try {
    for (const name of names) {
      const next = await open(below(folder, name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      await folder.close();
      folder = next;
    }
    // A pipe in place of the file must not hold up anybody.
    const file = await open(below(folder, last), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  } finally {
    await folder.close();
  }
}

/** What `openat` is elsewhere: this path leads into the open folder itself, whatever its name leads to by now. */
function below(folder: FileHandle, name: string): Buffer {
  return Buffer.concat([Buffer.from(`/proc/self/fd/${folder.fd}/`), Buffer.from(name, 'latin1')]);
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(ENOENT|ENOTDIR|ELOOP|ENXIO|EACCES)$/.test(String(error.code))
  );
}
