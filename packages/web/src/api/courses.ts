import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import type { AssignmentOrigin } from '@labcast/api-client';

export const coursesQuery = queryOptions({
  queryKey: ['courses'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/courses', { signal })),
});

export const courseQuery = (course: string) =>
  queryOptions({
    queryKey: ['courses', course],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/courses/{course}', { params: { path: { course } }, signal })),
  });

export const assignmentQuery = (assignment: string) =>
  queryOptions({
    queryKey: ['assignments', assignment],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/assignments/{assignment}', {
          params: { path: { assignment } },
          signal,
        }),
      ),
  });

export function useCreateCourse() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => unwrap(api.POST('/api/v1/courses', { body: { name } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['courses'] }),
  });
}

export function useCreateAssignment(course: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; from: AssignmentOrigin }) =>
      unwrap(
        api.POST('/api/v1/courses/{course}/assignments', {
          params: { path: { course } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['courses'] }),
  });
}

export function useChangeCourse(course: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name?: string; archived?: boolean }) =>
      unwrap(api.PATCH('/api/v1/courses/{course}', { params: { path: { course } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['courses'] }),
  });
}
