import type { Upload } from '@labcast/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { useChange } from './useChange.ts';

const againMs = 1500;
const isUnderWay = ({ state }: Upload) => ['receiving', 'checking', 'removing'].includes(state);

/** Asked again while something is under way. */
export const uploadsQuery = queryOptions({
  queryKey: ['uploads'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/images/uploads', { signal })),
  refetchInterval: ({ state }) => (state.data?.uploads.some(isUnderWay) === true ? againMs : false),
});

export function useRemoveUpload() {
  return useChange(
    (id: string) => unwrap(api.DELETE('/api/v1/images/uploads/{id}', { params: { path: { id } } })),
    [['uploads'], ['images']],
  );
}

export function announceUpload(body: { name: string; sizeBytes: number; sha256: string }) {
  return unwrap(api.POST('/api/v1/images/uploads', { body }));
}

export async function askReceived(id: string, signal: AbortSignal): Promise<number> {
  const { receivedBytes } = await unwrap(
    api.GET('/api/v1/images/uploads/{id}', { params: { path: { id } }, signal }),
  );
  return receivedBytes;
}

/** Answers where to go on. */
export async function sendPart(
  id: string,
  { offset, part, signal }: { offset: number; part: Blob; signal: AbortSignal },
): Promise<number> {
  const answer = await unwrap(
    api.PATCH('/api/v1/images/uploads/{id}', {
      params: { path: { id }, header: { 'upload-offset': offset } },
      headers: { 'content-type': 'application/octet-stream' },
      body: part as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
      signal,
    }),
  );
  return answer.offset;
}
