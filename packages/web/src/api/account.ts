import type { NewApiToken } from '@labcast/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { useChange } from './useChange.ts';
import { useCreation } from './useCreation.ts';

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tokens', { signal })),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sessions', { signal })),
});

export function useChangeAccount() {
  return useChange(
    (body: { name?: string; email?: string }) => unwrap(api.PATCH('/api/v1/account', { body })),
    [['session'], ['people'], ['courses']],
  );
}

export function useChangePassword() {
  return useChange(
    (body: { present: string; password: string }) => unwrap(api.PUT('/api/v1/password', { body })),
    [['sessions']],
  );
}

export function useCreateToken() {
  return useCreation(
    (body: NewApiToken) => unwrap(api.POST('/api/v1/tokens', { body })),
    [['tokens']],
  );
}

export function useRemoveToken() {
  return useChange(
    (id: string) => unwrap(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
    [['tokens']],
  );
}

export function useEndSession() {
  return useChange(
    (id: string) => unwrap(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })),
    [['sessions']],
  );
}
