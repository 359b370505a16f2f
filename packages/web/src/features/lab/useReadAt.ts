import type { Lab } from '@labcast/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { labQuery } from '../../api/labs.ts';

/** The server's clock may be a moment behind this one. */
const laterMs = 500;
/** What a browser's timer can wait at most. */
const longestMs = 2 ** 31 - 1;

/** Reads a lab again at the moment its doors open: nobody who waits has to reload. */
export function useReadAt({ id, opensAt }: Lab): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (opensAt === undefined) return;
    const wait = Math.max(1_000, Date.parse(opensAt) - Date.now() + laterMs);
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: labQuery(id).queryKey }),
      Math.min(wait, longestMs),
    );
    return () => clearTimeout(timer);
  }, [queries, id, opensAt]);
}
