import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const layoutQuery = (assignment: string) =>
  queryOptions({
    queryKey: ['assignments', assignment, 'layout'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}/layout', {
          params: { path: { assignment } },
          signal,
        }),
      ),
  });

export function saveLayout(
  assignment: string,
  positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>,
) {
  return unwrap(
    api.PUT('/api/v1/assignments/{assignment}/layout', {
      params: { path: { assignment } },
      body: { positions },
    }),
  );
}
