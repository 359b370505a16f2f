import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { useChange } from './useChange.ts';

/** Also those that belong to no course. */
export const assignmentsQuery = queryOptions({
  queryKey: ['assignments'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/assignments', { signal })),
});

export const assignmentQuery = (assignment: string) =>
  queryOptions({
    queryKey: ['assignments', assignment],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}', { params: { path: { assignment } }, signal }),
      ),
  });

const outdated = [['courses'], ['assignments']];

export function useRenameAssignment(assignment: string) {
  return useChange(
    (name: string) =>
      unwrap(
        api.PATCH('/api/v1/assignments/{assignment}', {
          params: { path: { assignment } },
          body: { name },
        }),
      ),
    outdated,
  );
}

export function useRemoveAssignment(assignment: string) {
  return useChange(
    () =>
      unwrap(api.DELETE('/api/v1/assignments/{assignment}', { params: { path: { assignment } } })),
    [['courses']],
  );
}
