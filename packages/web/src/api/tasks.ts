import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import type { EnvironmentAddress } from './environments.ts';
import { useChange } from './useChange.ts';

/** What was done to an environment that took a checkpoint first: resets, restores, updates. */
export const tasksQuery = (path: EnvironmentAddress) =>
  queryOptions({
    queryKey: ['environments', path.assignment, path.environment, 'tasks'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/environments/{environment}/tasks', {
          params: { path },
          signal,
        }),
      ),
    refetchInterval: 5_000,
  });

const outdated = ({ assignment }: EnvironmentAddress) => [
  ['environments', assignment],
  ['pipeline', assignment],
  ['class', assignment],
];

export function useRestore(path: EnvironmentAddress) {
  return useChange(
    (checkpoint: number) =>
      unwrap(
        api.POST('/api/v1/assignments/{assignment}/environments/{environment}/restore', {
          params: { path },
          body: { checkpoint },
        }),
      ),
    outdated(path),
  );
}
