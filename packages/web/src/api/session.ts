import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { setCsrfToken } from './csrfToken.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => {
    const session = await unwrap(api.GET('/api/v1/session', { signal }));
    setCsrfToken(session.csrfToken);
    return session;
  },
});

/** Signing in or out makes everything that was read somebody else's. */
export function useForgetAll() {
  const queries = useQueryClient();
  return async () => {
    await queries.refetchQueries({ queryKey: sessionQuery.queryKey });
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
}

export function useSignIn() {
  const forgetAll = useForgetAll();
  return useMutation({
    mutationFn: (body: { login: string; password: string }) =>
      unwrap(api.POST('/api/v1/session', { body })),
    onSuccess: forgetAll,
  });
}

export function useSignOut() {
  const forgetAll = useForgetAll();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/session')),
    onSuccess: forgetAll,
  });
}

export interface FirstAdministrator {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

export function useSetUp() {
  const forgetAll = useForgetAll();
  return useMutation({
    mutationFn: (body: FirstAdministrator) => unwrap(api.POST('/api/v1/setup', { body })),
    onSuccess: forgetAll,
  });
}
