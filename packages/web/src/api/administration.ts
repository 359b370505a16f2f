import type { Audit } from '@labcast/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const capacityQuery = queryOptions({
  queryKey: ['capacity'],
  refetchInterval: 5000,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/capacity', { signal })),
});

export const serverFactsQuery = queryOptions({
  queryKey: ['server'],
  staleTime: 60_000,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/server', { signal })),
});

/** Newest first, as many as were scrolled to. */
export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ signal, pageParam: before }) =>
    unwrap(
      api.GET('/api/v1/audit', {
        params: { query: before === undefined ? {} : { before } },
        signal,
      }),
    ),
  getNextPageParam: ({ entries }) => entries.at(-1)?.id,
});

/** Looks for what belongs to nobody, and removes it when that is wanted; waits for the end. */
export async function sweep(remove: boolean, signal?: AbortSignal) {
  let found = await unwrap(
    api.POST('/api/v1/sweeps', { body: { remove }, ...(signal && { signal }) }),
  );
  while (found.finishedAt === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    signal?.throwIfAborted();
    found = await unwrap(api.GET('/api/v1/sweeps/{id}', { params: { path: { id: found.id } } }));
  }
  return found;
}

/** Of the largest audit some minutes; it is asked for by a button alone. */
export async function readWholeAudit() {
  const all: Audit['entries'] = [];
  for (;;) {
    const before = all.at(-1)?.id;
    const query = before === undefined ? {} : { before };
    const { entries } = await unwrap(api.GET('/api/v1/audit', { params: { query } }));
    if (entries.length === 0) return all;
    all.push(...entries);
  }
}

export interface LedgerFilter {
  readonly state?: 'open' | 'unseen' | 'gone';
  readonly search?: string;
}

/** Newest first, as many as were scrolled to. */
export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['ledger', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam: before }) =>
      unwrap(
        api.GET('/api/v1/admin/ledger', {
          params: { query: { ...filter, ...(before !== undefined && { before }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ more, rows }) => (more ? rows.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
