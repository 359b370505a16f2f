export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
  readonly sizeBytes: number;
  /** ISO 8601. */
  readonly modifiedAt: string;
  /** Where a symbolic link leads. */
  readonly target?: string;
}

/** The folder above; the root is its own. */
export function parentFolder(path: string): string {
  const above = path.replace(/\/+$/, '').replace(/\/[^/]*$/, '');
  return above === '' ? '/' : above;
}

export function joinPath(folder: string, name: string): string {
  return `${folder.replace(/\/+$/, '')}/${name}`;
}

/** Folders first, then by name as a person sorts; hidden ones only when asked for. */
export function sortEntries(
  entries: readonly FileEntry[],
  { isAllShown, filter }: { readonly isAllShown: boolean; readonly filter: string },
): readonly FileEntry[] {
  const sought = filter.trim().toLowerCase();
  const isFolder = ({ kind }: FileEntry) => Number(kind !== 'directory');
  return entries
    .filter(({ name }) => isAllShown || !name.startsWith('.'))
    .filter(({ name }) => name.toLowerCase().includes(sought))
    .toSorted(
      (a, b) =>
        isFolder(a) - isFolder(b) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    );
}

/** `212 B`, `1.5 KiB`, `40 MiB`: one decimal under 10. */
export function printSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[power] ?? ''}`;
}
