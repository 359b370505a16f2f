import { nextDesign, type DesignAction, type DesignState } from './designState.ts';

/** Holds a design outside of React, so that actions in one moment build on each other. */
export interface DesignStore {
  readonly get: () => DesignState;
  readonly dispatch: (action: DesignAction) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createDesignStore(start: DesignState): DesignStore {
  let state = start;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(action) {
      const next = nextDesign(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
