import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const imagesQuery = queryOptions({
  queryKey: ['images'],
  staleTime: 60_000,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/images', { signal })),
});

export const typesQuery = queryOptions({
  queryKey: ['types'],
  staleTime: Infinity,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/types', { signal })),
});

export const scenariosQuery = queryOptions({
  queryKey: ['scenarios'],
  staleTime: Infinity,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/scenarios', { signal })),
});

export interface NewType {
  readonly name: string;
  readonly summary: string;
  readonly blueprint: string;
  readonly parameters: { name: string; path: string; summary: string }[];
}

export function useSaveType() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewType) => unwrap(api.POST('/api/v1/types', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: typesQuery.queryKey }),
  });
}
