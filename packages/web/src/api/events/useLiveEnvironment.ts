import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { blueprintQuery, environmentQuery, type EnvironmentAddress } from '../environments.ts';
import { applyEvent } from './applyEvent.ts';
import { followEvents } from './followEvents.ts';

/** Keeps what is shown of one environment true, without asking again and again. */
export function useLiveEnvironment({ assignment, environment }: EnvironmentAddress): void {
  const queries = useQueryClient();
  useEffect(() => {
    const path = { assignment, environment };
    const { queryKey } = environmentQuery(path);
    const end = new AbortController();
    void followEvents({
      environment: `${assignment}/${environment}`,
      signal: end.signal,
      tell: (event) => {
        const before = queries.getQueryData(queryKey);
        const after = applyEvent(before, event);
        if (after === before || after === undefined) return;
        queries.setQueryData(queryKey, after);
        // Somebody, perhaps at another screen, wants something else of it now.
        if (before && before.blueprintGeneration !== after.blueprintGeneration)
          void queries.invalidateQueries({ queryKey: blueprintQuery(path).queryKey });
      },
    });
    return () => end.abort();
  }, [queries, assignment, environment]);
}
