import { useSyncExternalStore } from 'react';

/** Something that ended while one was elsewhere. */
export interface ActivityEntry {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly isError: boolean;
  /** The assignment it belongs to, as in addresses. */
  readonly assignment: string;
}

/** More than anybody reads; older ones go. */
const mostEntries = 200;
const storageKey = 'labcast-activity';

let entries: readonly ActivityEntry[] = read();
const listeners = new Set<() => void>();

/** Kept for this window's life, also over a reload. */
export function addActivity(entry: ActivityEntry): void {
  if (entries.some(({ id }) => id === entry.id)) return;
  keep([entry, ...entries].slice(0, mostEntries));
}

/** Of somebody else who sits down here, nothing is to be seen. */
export function clearActivity(): void {
  keep([]);
}

export function useActivity(): readonly ActivityEntry[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entries,
  );
}

function keep(next: readonly ActivityEntry[]): void {
  entries = next;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(entries));
  } catch {
    // Then it lasts until a reload.
  }
  for (const listener of listeners) listener();
}

function read(): readonly ActivityEntry[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as ActivityEntry[]) : [];
  } catch {
    return [];
  }
}
