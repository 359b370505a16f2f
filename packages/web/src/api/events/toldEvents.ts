import type { ApiEvent } from '@labcast/api-client';
import { useEffect, useRef } from 'react';

type Listener = (event: ApiEvent) => void;
const listeners = new Set<Listener>();

/** Called with everything that the window's one stream tells. */
export function spreadEvent(event: ApiEvent): void {
  for (const listener of listeners) listener(event);
}

/** Hears what the window's one stream tells of all that the person may see: browsers allow few streams to one server. */
export function useToldEvents(listener: Listener): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const tell: Listener = (event) => latest.current(event);
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  }, []);
}
