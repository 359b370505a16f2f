import { useSyncExternalStore } from 'react';

/** Whether what is shown is still true. Times in milliseconds since 1970. */
export interface Connection {
  readonly isLost: boolean;
  /** When the server was last heard. */
  readonly heardAt: number;
}

let present: Connection = { isLost: false, heardAt: Date.now() };
const listeners = new Set<() => void>();

/** Told by every answer, event and heartbeat. */
export function heardServer(at = Date.now()): void {
  if (!present.isLost && at - present.heardAt < 1000) return;
  present = { isLost: false, heardAt: at };
  for (const listener of listeners) listener();
}

export function lostServer(): void {
  if (present.isLost) return;
  present = { ...present, isLost: true };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => present);
}

/** Only whether it is lost: does not render again with each heartbeat. */
export function useIsServerLost(): boolean {
  return useSyncExternalStore(subscribe, () => present.isLost);
}
