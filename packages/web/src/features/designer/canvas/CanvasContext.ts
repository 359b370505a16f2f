import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CardLive } from './live/describeCard.ts';
import type { LiveStore } from './live/liveStore.ts';

/** What cards need of the canvas; changes with a right only, so that no card is drawn again because of it. */
export interface CanvasActions {
  readonly live: LiveStore;
  readonly openConsole: (name: string) => void;
  readonly openMenu: (name: string, button: HTMLElement) => void;
  /** Without it there is nothing to retry and nothing in the menus. */
  readonly mayEdit: boolean;
  readonly retry: (name: string) => void;
  readonly select: (name: string) => void;
}

export const CanvasContext = createContext<CanvasActions | undefined>(undefined);

export function useCanvas(): CanvasActions {
  const actions = useContext(CanvasContext);
  if (!actions) throw new Error('Cards stand on a canvas.');
  return actions;
}

/** Draws again only when something of this card is new. */
export function useCardLive(name: string): CardLive {
  const { live } = useCanvas();
  return useSyncExternalStore(live.subscribe, () => live.get(name));
}
