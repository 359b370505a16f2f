import { useEffect, useState } from 'react';

/**
 * The console that this person opened last, until they turn to something else: one that is up late must not take the keys
 * away from what they do meanwhile. A new `told` is one opened outside of the dock.
 */
export function useOpened(told: { readonly name: string } | undefined) {
  const [opened, setOpened] = useState<string>();
  useEffect(() => {
    if (told) setOpened(told.name);
  }, [told]);
  useEffect(() => {
    if (opened === undefined) return;
    const forget = () => setOpened(undefined);
    const deeds = ['keydown', 'pointerdown'] as const;
    for (const deed of deeds) document.addEventListener(deed, forget, true);
    return () => {
      for (const deed of deeds) document.removeEventListener(deed, forget, true);
    };
  }, [opened]);
  return [opened, setOpened] as const;
}
