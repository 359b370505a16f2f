import { queryOptions } from '@tanstack/react-query';
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
