import type { Comparison } from '@labcast/api-client';

type Element = Comparison['elements'][number];

export type CompareRow =
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'file'; readonly file: Element['files'][number] };

/** Fewer than these are shown without folders. */
const fewFiles = 20;

/** Files that differ, under folders with their counts: ten thousand files are a screen of folders. */
export function compareRows(
  { files, folders }: Pick<Element, 'files' | 'folders'>,
  open: ReadonlySet<string>,
): CompareRow[] {
  if (files.length <= fewFiles || folders.length === 0)
    return files.map((file) => ({ kind: 'file', file }));
  const byFolder = Map.groupBy(files, ({ path }) => folderOf(path, folders));
  return folders.flatMap(({ path, count }): CompareRow[] => {
    const isOpen = open.has(path);
    const inside = isOpen ? (byFolder.get(path) ?? []) : [];
    return [
      { kind: 'folder', path, count, isOpen },
      ...inside.map((file) => ({ kind: 'file', file }) as const),
    ];
  });
}

/** The longest folder that the file is in. */
function folderOf(path: string, folders: Element['folders']): string {
  const inside = folders.filter(
    (folder) => folder.path === '/' || path === folder.path || path.startsWith(`${folder.path}/`),
  );
  return inside.toSorted((a, b) => b.path.length - a.path.length)[0]?.path ?? '';
}
