import { createContext, useContext, type RefObject } from 'react';
import type { Position } from '../design/Design.ts';

/** What the canvas lets others ask and do, while it is there. */
export interface CanvasPort {
  /** Middle of what is seen of it, in its own coordinates. */
  readonly centre: () => Position;
  readonly toCanvas: (screen: Position) => Position | undefined;
  readonly fitSoon: () => void;
  readonly focus: () => void;
}

export const CanvasPortContext = createContext<RefObject<CanvasPort | null>>({ current: null });

export function useCanvasPort(): RefObject<CanvasPort | null> {
  return useContext(CanvasPortContext);
}
