import type { CourseRole, NewCoursePerson, NewPerson, PersonChange } from '@labcast/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { useChange } from './useChange.ts';
import { useCreation } from './useCreation.ts';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/people', { signal })),
});

export function useCreatePerson() {
  return useCreation(
    (body: NewPerson) => unwrap(api.POST('/api/v1/people', { body })),
    [['people']],
  );
}

export function useChangePerson() {
  return useChange(
    ({ person, ...body }: PersonChange & { person: string }) =>
      unwrap(api.PATCH('/api/v1/people/{person}', { params: { path: { person } }, body })),
    [['people'], ['session']],
  );
}

export function useRemovePerson() {
  return useChange(
    (person: string) =>
      unwrap(api.DELETE('/api/v1/people/{person}', { params: { path: { person } } })),
    [['people'], ['courses']],
  );
}

export const rosterQuery = (course: string) =>
  queryOptions({
    queryKey: ['courses', course, 'people'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/courses/{course}/people', { params: { path: { course } }, signal })),
  });

export function useSetMember(course: string) {
  return useChange(
    ({ person, role }: { person: string; role: CourseRole }) =>
      unwrap(
        api.PUT('/api/v1/courses/{course}/people/{person}', {
          params: { path: { course, person } },
          body: { role },
        }),
      ),
    [['courses']],
  );
}

export function useCreateMember(course: string) {
  return useCreation(
    (body: NewCoursePerson) =>
      unwrap(api.POST('/api/v1/courses/{course}/people', { params: { path: { course } }, body })),
    [['courses']],
  );
}

export function useRemoveMember(course: string) {
  return useChange(
    (person: string) =>
      unwrap(
        api.DELETE('/api/v1/courses/{course}/people/{person}', {
          params: { path: { course, person } },
        }),
      ),
    [['courses']],
  );
}
