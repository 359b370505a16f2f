import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { EnvironmentAddress } from '../../../api/environments.ts';

const everyMs = 15_000;

interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** Says every 15 seconds that this page is open, and tells who else has it open. */
export function usePresence(path: EnvironmentAddress, isMade: boolean): readonly Somebody[] {
  const { assignment, environment } = path;
  const present = useQuery({
    queryKey: ['environments', assignment, environment, 'presence'],
    enabled: isMade,
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    retry: false,
    queryFn: ({ signal }) =>
      unwrap(
        api.PUT('/api/v1/environments/{assignment}/{environment}/presence', {
          params: { path: { assignment, environment } },
          signal,
        }),
      ),
  });
  useEffect(() => {
    if (!isMade) return;
    return () => {
      // Whoever closes the browser is taken for gone a little later.
      api
        .DELETE('/api/v1/environments/{assignment}/{environment}/presence', {
          params: { path: { assignment, environment } },
        })
        .catch(() => undefined);
    };
  }, [assignment, environment, isMade]);
  return present.data?.people ?? [];
}
