import { useCallback, useEffect, useRef } from 'react';

/** Does it at once, and after that at most each `everyMs`, the last call never being lost: for what comes in bursts. */
export function useSoon(deed: () => void, everyMs: number): () => void {
  const latest = useRef(deed);
  latest.current = deed;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isOwed = useRef(false);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return useCallback(() => {
    if (timer.current !== undefined) {
      isOwed.current = true;
      return;
    }
    const run = () => {
      isOwed.current = false;
      latest.current();
      timer.current = setTimeout(() => {
        timer.current = undefined;
        if (isOwed.current) run();
      }, everyMs);
    };
    run();
  }, [everyMs]);
}
