import type { Lab } from '@labcast/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { callElement } from './consoles.ts';
import { api, unwrap } from './client.ts';
import type { EnvironmentAddress } from './environments.ts';
import { applyEvent } from './events/applyEvent.ts';
import { followEvents } from './events/followEvents.ts';

export const labsQuery = queryOptions({
  queryKey: ['labs'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/labs', { signal })),
});

export const labQuery = (lab: string) =>
  queryOptions({
    queryKey: ['labs', lab],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/labs/{lab}', { params: { path: { lab } }, signal })),
  });

/** The checks of one environment, with their last tries. */
export const checksQuery = ({ assignment, environment }: EnvironmentAddress) =>
  queryOptions({
    queryKey: ['labs', 'checks', assignment, environment],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/environments/{environment}/checks', {
          params: { path: { assignment, environment } },
          signal,
        }),
      ),
  });

/** Results of checks and requests for help come with a change of the environment: soon after it they are read again. */
const readAgainMs = 300;

/** Keeps a lab that is shown true. */
export function useLiveLab(lab: Lab): void {
  const queries = useQueryClient();
  const { id } = lab;
  const { assignment, environment } = lab.environment;
  useEffect(() => {
    const { queryKey } = labQuery(id);
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    void followEvents({
      environment: `${assignment}/${environment}`,
      signal: end.signal,
      tell: (event) => {
        if (event.event === 'messages') {
          const { messages } = event.data;
          queries.setQueryData(queryKey, (shown) => shown && { ...shown, messages });
        }
        if (event.event !== 'environment') return;
        queries.setQueryData(queryKey, (shown) => {
          const after = shown && applyEvent(shown.environment, event);
          return after ? { ...shown, environment: after } : shown;
        });
        clearTimeout(timer);
        timer = setTimeout(() => void queries.invalidateQueries({ queryKey }), readAgainMs);
      },
    });
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [queries, id, assignment, environment]);
}

function pathOf({ assignment, environment }: EnvironmentAddress) {
  return { assignment, environment };
}

/** What else is known of labs is read again; also of its class, where that shows it. */
function useReadAgain(address?: EnvironmentAddress) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['labs'] }),
      ...(address ? [queries.invalidateQueries({ queryKey: ['class', address.assignment] })] : []),
    ]);
}

/** One check by its name, or all of them. */
export function useRunChecks(address: EnvironmentAddress) {
  const path = pathOf(address);
  return useMutation({
    mutationFn: (check: string | undefined) =>
      check === undefined
        ? unwrap(
            api.POST('/api/v1/assignments/{assignment}/environments/{environment}/checks/run', {
              params: { path },
            }),
          )
        : unwrap(
            api.POST(
              '/api/v1/assignments/{assignment}/environments/{environment}/checks/{check}/run',
              { params: { path: { ...path, check } } },
            ),
          ),
    onSuccess: useReadAgain(),
  });
}

export function useAskHelp(address: EnvironmentAddress) {
  return useMutation({
    mutationFn: (message: string) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/environments/{environment}/help', {
          params: { path: pathOf(address) },
          body: { message },
        }),
      ),
    onSuccess: useReadAgain(),
  });
}

export function useEndHelp(address: EnvironmentAddress) {
  return useMutation({
    mutationFn: async () => {
      await unwrap(
        api.DELETE('/api/v1/assignments/{assignment}/environments/{environment}/help', {
          params: { path: pathOf(address) },
        }),
      );
    },
    onSuccess: useReadAgain(address),
  });
}

/** Takes the later release that was offered; a checkpoint of what is there is taken first. */
export function useTakeUpdate(address: EnvironmentAddress) {
  return useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/environments/{environment}/update', {
          params: { path: pathOf(address) },
        }),
      ),
    onSuccess: useReadAgain(),
  });
}

/** Elements go back to where they came from; a checkpoint of what is there is taken first. */
export function useReset(address: EnvironmentAddress) {
  const { assignment, environment } = pathOf(address);
  return useMutation({
    mutationFn: async (elements: readonly string[]) => {
      const parts = `${encodeURIComponent(assignment)}/environments/${encodeURIComponent(environment)}`;
      await callElement(`/api/v1/assignments/${parts}/reset`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ elements }),
      });
    },
    onSuccess: useReadAgain(),
  });
}
