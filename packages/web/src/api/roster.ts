import type { paths } from '@labcast/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { useChange } from './useChange.ts';
import { useCreation } from './useCreation.ts';

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Content } } };
}
  ? Content
  : never;

const of = (course: string) => ({ params: { path: { course } } });

/** What a file would do; nothing is written. */
export function usePreviewRoster(course: string) {
  return useMutation({
    mutationFn: (csv: string) =>
      unwrap(api.POST('/api/v1/courses/{course}/roster/preview', { ...of(course), body: { csv } })),
  });
}

export function useImportRoster(course: string) {
  return useChange(
    (body: Body<'/api/v1/courses/{course}/roster/import'>) =>
      unwrap(api.POST('/api/v1/courses/{course}/roster/import', { ...of(course), body })),
    [['courses']],
  );
}

/** New links; those that were made before for the same people end. Everybody without a password unless `people` says whom. */
export function useInvite(course: string) {
  return useChange(
    (people?: string[]) =>
      unwrap(
        api.POST('/api/v1/courses/{course}/invitations', {
          ...of(course),
          body: people ? { people } : {},
        }),
      ),
    [['courses', course, 'people']],
  );
}

export const joinCodesQuery = (course: string) =>
  queryOptions({
    queryKey: ['courses', course, 'join-codes'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/courses/{course}/join-codes', { ...of(course), signal })),
  });

export function useCreateJoinCode(course: string) {
  return useCreation(
    (body: Body<'/api/v1/courses/{course}/join-codes'>) =>
      unwrap(api.POST('/api/v1/courses/{course}/join-codes', { ...of(course), body })),
    [['courses', course, 'join-codes']],
  );
}

export function useRevokeJoinCode(course: string) {
  return useChange(
    (id: string) =>
      unwrap(
        api.DELETE('/api/v1/courses/{course}/join-codes/{id}', {
          params: { path: { course, id } },
        }),
      ),
    [['courses', course, 'join-codes']],
  );
}
