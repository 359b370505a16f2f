import type { LabEdit, LabValue } from '@labcast/domain';

type Path = readonly (string | number)[];

/** Puts an entry at a place of a list, or behind its end. The list need not be there yet. */
export function putEntry(
  path: Path,
  list: readonly unknown[],
  at: number,
  value: LabValue,
): LabEdit {
  return list.length === 0
    ? { kind: 'set', path, value: [value] }
    : { kind: 'set', path: [...path, at], value };
}

/** Takes an entry out; a list without entries goes too. */
export function takeEntry(path: Path, list: readonly unknown[], at: number): LabEdit {
  return list.length <= 1
    ? { kind: 'set', path, value: undefined }
    : { kind: 'set', path: [...path, at], value: undefined };
}
