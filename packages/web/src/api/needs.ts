import type { PlainNeeds } from '@labcast/api-client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** What the platform makes of needs in plain words, and whether the class fits. The last answer stays until the next. */
export const needsPlanQuery = (needs: PlainNeeds) =>
  queryOptions({
    queryKey: ['needs', needs],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/needs/plan', { body: needs, signal })),
  });
