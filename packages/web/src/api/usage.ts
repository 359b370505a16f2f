import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import type { EnvironmentAddress } from './environments.ts';

/** What an environment's elements take, over the last minutes. The server samples while somebody looks. */
export const usageQuery = (path: EnvironmentAddress) =>
  queryOptions({
    queryKey: ['environments', path.assignment, path.environment, 'usage'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/environments/{assignment}/{environment}/usage', {
          params: { path },
          signal,
        }),
      ),
  });

/** What a cluster says of itself. */
export const clusterQuery = (path: EnvironmentAddress & { readonly element: string }) =>
  queryOptions({
    queryKey: ['environments', path.assignment, path.environment, 'cluster', path.element],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/environments/{assignment}/{environment}/elements/{element}/cluster', {
          params: { path },
          signal,
        }),
      ),
  });
