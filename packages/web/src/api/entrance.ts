import type { paths } from '@labcast/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { useForgetAll } from './session.ts';
import { useChange } from './useChange.ts';

type Joining = paths['/api/v1/join/account']['post']['requestBody']['content']['application/json'];

/** Refused is refused: asking again would only count as one more guess. */
const once = { retry: false, staleTime: Infinity } as const;

export const setupLinkQuery = (token: string) =>
  queryOptions({
    ...once,
    queryKey: ['session', 'setup', token],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/setup/look', { body: { token }, signal })),
  });

export const invitationQuery = (token: string) =>
  queryOptions({
    ...once,
    queryKey: ['session', 'invitation', token],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/api/v1/invitations/look', { body: { token }, signal })),
  });

export function useAcceptInvitation() {
  const forgetAll = useForgetAll();
  return useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      unwrap(api.POST('/api/v1/invitations/accept', { body })),
    onSuccess: forgetAll,
  });
}

export const joinCodeQuery = (code: string) =>
  queryOptions({
    ...once,
    queryKey: ['session', 'join', code],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/join/look', { body: { code }, signal })),
  });

export function useJoin() {
  return useChange(
    (code: string) => unwrap(api.POST('/api/v1/join', { body: { code } })),
    [['courses'], ['session']],
  );
}

/** `onJoined` comes before the page learns who is signed in, and by that shows something else. */
export function useJoinWithAccount(onJoined: () => void) {
  const forgetAll = useForgetAll();
  return useMutation({
    mutationFn: (body: Joining) => unwrap(api.POST('/api/v1/join/account', { body })),
    onSuccess: () => {
      onJoined();
      return forgetAll();
    },
  });
}
