import { useEffect, useRef, useState } from 'react';
import { guessLayout, type Layout } from './layouts.ts';

interface LayoutMap {
  get(code: string): string | undefined;
}

/** Chromium tells what the keys type, over HTTPS only (Keyboard Map). */
async function readKeys(): Promise<{ KeyZ?: string; KeyQ?: string }> {
  const { keyboard } = navigator as { keyboard?: { getLayoutMap?(): Promise<LayoutMap> } };
  const map = await keyboard?.getLayoutMap?.();
  const [KeyZ, KeyQ] = [map?.get('KeyZ'), map?.get('KeyQ')];
  return { ...(KeyZ !== undefined && { KeyZ }), ...(KeyQ !== undefined && { KeyQ }) };
}

/** The layout that this person chose, or the one that the keyboard seems to have. */
export function useLayout(chosen: Layout | undefined): Layout {
  const [guess, setGuess] = useState<Layout>(() => guessLayout(navigator.language));
  useEffect(() => {
    readKeys().then(
      (keys) => setGuess(guessLayout(navigator.language, keys)),
      () => undefined,
    );
  }, []);
  return chosen ?? guess;
}

/** Runs once, when it can run first. */
export function useOnce(isPossible: boolean, run: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!isPossible || isDone.current) return;
    isDone.current = true;
    run();
  });
}
