import type { RunRequest } from '@labcast/api-client';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StageName } from '../routes/parsePipelineSearch.ts';
import { api, unwrap } from './client.ts';
import { useToldEvents } from './events/toldEvents.ts';
import { sameAssignment } from './sameAssignment.ts';
import { useChange } from './useChange.ts';
import { useSoon } from './useSoon.ts';

const under = (assignment: string) => ['pipeline', assignment];

export const pipelineQuery = (assignment: string) =>
  queryOptions({
    queryKey: [...under(assignment), 'all'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/pipeline', {
          params: { path: { assignment } },
          signal,
        }),
      ),
  });

export const runQuery = (assignment: string, number: number) =>
  queryOptions({
    queryKey: [...under(assignment), 'run', number],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/runs/{number}', {
          params: { path: { assignment, number } },
          signal,
        }),
      ),
  });

export const releaseQuery = (assignment: string, number: number) =>
  queryOptions({
    queryKey: [...under(assignment), 'release', number],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/releases/{number}', {
          params: { path: { assignment, number } },
          signal,
        }),
      ),
  });

export const checkpointsQuery = (assignment: string) =>
  queryOptions({
    queryKey: [...under(assignment), 'checkpoints'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/checkpoints', {
          params: { path: { assignment } },
          signal,
        }),
      ),
    refetchInterval: 10_000,
  });

/** With its lab.yaml. What it holds never changes. */
export const checkpointQuery = (assignment: string, number: number) =>
  queryOptions({
    queryKey: [...under(assignment), 'checkpoint', number],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/checkpoints/{number}', {
          params: { path: { assignment, number } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const comparisonQuery = (assignment: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...under(assignment), 'compare', from, to],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/compare', {
          params: { path: { assignment }, query: { from, to } },
          signal,
        }),
      ),
    staleTime: 30_000,
  });

const mostOftenMs = 1_000;

/** Dev, prod, runs and releases, kept true by what is told of the assignment. */
export function useLivePipeline(assignment: string) {
  const queries = useQueryClient();
  const readSoon = useSoon(
    () => void queries.invalidateQueries({ queryKey: under(assignment) }),
    mostOftenMs,
  );
  useToldEvents((event) => {
    if (event.event !== 'environment' && event.event !== 'runs') return;
    if (sameAssignment(assignment, event.data.assignment)) readSoon();
  });
  return useQuery(pipelineQuery(assignment));
}

export function useTakeCheckpoint(assignment: string) {
  return useChange(
    (body: { note?: string }) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/checkpoints', {
          params: { path: { assignment } },
          body,
        }),
      ),
    [under(assignment)],
  );
}

export function useRemoveCheckpoint(assignment: string) {
  return useChange(
    (number: number) =>
      unwrap(
        api.DELETE('/api/v1/assignments/{assignment}/checkpoints/{number}', {
          params: { path: { assignment, number } },
        }),
      ),
    [under(assignment)],
  );
}

/** What the server takes where nothing is said. */
const usualRun: Omit<RunRequest, 'checkpoint'> = {
  students: 30,
  copies: 1,
  approve: false,
  promote: true,
  keepFailedMinutes: 0,
  note: '',
};

export function useStartRun(assignment: string) {
  return useChange(
    (body: Partial<RunRequest>) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/runs', {
          params: { path: { assignment } },
          body: { ...usualRun, ...body },
        }),
      ),
    [under(assignment)],
  );
}

export type RunDeed =
  | { readonly deed: 'cancel' }
  | { readonly deed: 'approve'; readonly note: string }
  | { readonly deed: 'again'; readonly from: 'failed' | 'start' };

export function useSteerRun(assignment: string, number: number) {
  return useChange(
    (deed: RunDeed) => {
      const params = { path: { assignment, number } };
      switch (deed.deed) {
        case 'cancel':
          return unwrap(
            api.POST('/api/v1/assignments/{assignment}/runs/{number}/cancel', { params }),
          );
        case 'approve':
          return unwrap(
            api.POST('/api/v1/assignments/{assignment}/runs/{number}/approve', {
              params,
              body: { note: deed.note },
            }),
          );
        case 'again':
          return unwrap(
            api.POST('/api/v1/assignments/{assignment}/runs/{number}/again', {
              params,
              body: { from: deed.from },
            }),
          );
      }
    },
    [under(assignment)],
  );
}

export function useGoBack(assignment: string, number: number) {
  return useChange(
    () =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/releases/{number}/go-back', {
          params: { path: { assignment, number } },
        }),
      ),
    [under(assignment)],
  );
}

/** Lines of a run's log, the oldest first: those after the given one. */
export function readRunLog(
  assignment: string,
  number: number,
  query: { stage: StageName; attempt: number; after?: string },
) {
  return unwrap(
    api.GET('/api/v1/assignments/{assignment}/runs/{number}/log', {
      params: { path: { assignment, number }, query },
    }),
  );
}
