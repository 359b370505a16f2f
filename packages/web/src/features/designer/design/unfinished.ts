import { useEffect, useRef } from 'react';
import type { DesignState, UnfinishedDesign } from './designState.ts';

/**
 * What waits to be applied outlives a reload in this browser, and not on the server: it is one person's thought that is not
 * finished, nobody else may see or undo it, it has to be kept while the server is away, and nothing has to be cleaned up
 * when the assignment is deleted elsewhere.
 */
export function readUnfinished(key: string): UnfinishedDesign | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isUnfinished(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isUnfinished(found: unknown): found is UnfinishedDesign {
  if (typeof found !== 'object' || found === null) return false;
  const { text, appliedText, generation, bringBack } = found as Record<string, unknown>;
  return (
    typeof text === 'string' &&
    typeof appliedText === 'string' &&
    typeof generation === 'number' &&
    typeof bringBack === 'object' &&
    bringBack !== null
  );
}

/** Keeps what is unfinished as it changes, and forgets it when all of it is applied or dropped. Nothing without a key. */
export function useKeepUnfinished(key: string | undefined, state: DesignState): void {
  const { text, appliedText, generation, bringBack } = state;
  // Another tab's is not this one's to forget.
  const isMine = useRef(text !== appliedText);
  useEffect(() => {
    if (key === undefined) return;
    if (text !== appliedText) {
      isMine.current = true;
      const unfinished: UnfinishedDesign = { text, appliedText, generation, bringBack };
      try {
        localStorage.setItem(key, JSON.stringify(unfinished));
      } catch {
        // The browser has no room for it: then it lives as long as the page.
      }
    } else if (isMine.current) {
      isMine.current = false;
      localStorage.removeItem(key);
    }
  }, [key, text, appliedText, generation, bringBack]);
}
