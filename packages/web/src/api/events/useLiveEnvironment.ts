import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { blueprintQuery, environmentQuery, type EnvironmentAddress } from '../environments.ts';
import { applyEvent } from './applyEvent.ts';
import { viewersKey } from '../consoles.ts';
import { followEvents } from './followEvents.ts';

const followed = new Set<string>();

/** Whether this page is told of an environment, and does not have to ask. */
export function isFollowed({ assignment, environment }: EnvironmentAddress): boolean {
  return followed.has(`${assignment}/${environment}`);
}

/** Keeps what is shown of one environment true, without asking again and again. */
export function useLiveEnvironment({ assignment, environment }: EnvironmentAddress): void {
  const queries = useQueryClient();
  useEffect(() => {
    const path = { assignment, environment };
    const { queryKey } = environmentQuery(path);
    const end = new AbortController();
    const address = `${assignment}/${environment}`;
    followed.add(address);
    void followEvents({
      environment: address,
      signal: end.signal,
      tell: (event) => {
        if (event.event === 'viewers') {
          const { element, viewers } = event.data;
          queries.setQueryData(viewersKey({ assignment, environment, element }), viewers);
        }
        const before = queries.getQueryData(queryKey);
        const after = applyEvent(before, event);
        if (after === before || after === undefined) return;
        queries.setQueryData(queryKey, after);
        // Somebody, perhaps at another screen, wants something else of it now.
        if (before && before.blueprintGeneration !== after.blueprintGeneration)
          void queries.invalidateQueries({ queryKey: blueprintQuery(path).queryKey });
      },
    });
    return () => {
      followed.delete(address);
      end.abort();
    };
  }, [queries, assignment, environment]);
}
