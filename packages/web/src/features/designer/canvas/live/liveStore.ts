import type { CardLive } from './describeCard.ts';

/** Tells each card what is new about it, and only that card. */
export interface LiveStore {
  readonly get: (name: string) => CardLive;
  readonly set: (names: Iterable<string>, describe: (name: string) => CardLive) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const unknown: CardLive = { state: 'planned' };

export function createLiveStore(): LiveStore {
  const cards = new Map<string, { live: CardLive; written: string }>();
  const listeners = new Set<() => void>();
  return {
    get: (name) => cards.get(name)?.live ?? unknown,
    set(names, describe) {
      for (const name of names) {
        const live = describe(name);
        const written = JSON.stringify(live);
        // The same object for the same content: then its card is not drawn again.
        if (cards.get(name)?.written !== written) cards.set(name, { live, written });
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
