import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { layoutQuery, saveLayout } from '../../../api/layout.ts';
import type { DesignStore } from './designStore.ts';

const pauseMs = 800;

interface LayoutProps {
  readonly assignment: string;
  readonly store: DesignStore;
  readonly mayEdit: boolean;
}

/** Reads where things stand, and keeps where the person puts them. */
export function useLayout({ assignment, store, mayEdit }: LayoutProps): void {
  const saved = useQuery({ ...layoutQuery(assignment), staleTime: Infinity }).data?.positions;
  const { positions } = useSyncExternalStore(store.subscribe, store.get);
  const known = useRef(positions);
  useEffect(() => {
    if (!saved) return;
    const placed = { ...saved, ...store.get().positions };
    known.current = placed;
    store.dispatch({ type: 'placed', positions: placed });
  }, [saved, store]);
  useEffect(() => {
    if (!saved || !mayEdit || positions === known.current) return;
    const timer = setTimeout(() => {
      known.current = positions;
      // The next move saves it again: nothing is worth telling about a place that was not kept.
      saveLayout(assignment, positions).catch(() => undefined);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [assignment, positions, saved, mayEdit]);
}
