import type { AssignmentOrigin } from '@labcast/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { useChange } from './useChange.ts';
import { useCreation } from './useCreation.ts';

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

const outdated = [['courses'], ['assignments']];

export function useCreateCourse() {
  return useCreation(
    (name: string) => unwrap(api.POST('/api/v1/courses', { body: { name } })),
    outdated,
  );
}

export function useCreateAssignment(course: string) {
  return useCreation(
    (body: { name: string; from: AssignmentOrigin }) =>
      unwrap(
        api.POST('/api/v1/courses/{course}/assignments', { params: { path: { course } }, body }),
      ),
    outdated,
  );
}

export function useChangeCourse(course: string) {
  return useChange(
    (body: { name?: string; archived?: boolean }) =>
      unwrap(api.PATCH('/api/v1/courses/{course}', { params: { path: { course } }, body })),
    outdated,
  );
}

export function useRemoveCourse(course: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (confirmation: string) =>
      unwrap(
        api.DELETE('/api/v1/courses/{course}', {
          params: { path: { course } },
          body: { confirmation },
        }),
      ),
    // Not the course itself, which the page that asks still shows for a moment.
    onSuccess: () => queries.invalidateQueries({ queryKey: coursesQuery.queryKey, exact: true }),
  });
}
