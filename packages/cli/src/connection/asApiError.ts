import type { ApiError } from '@labcast/api-client';

export type ApiRefusal = Pick<
  ApiError,
  'code' | 'message' | 'status' | 'remedy' | 'problems' | 'requestId'
>;

/** Told by its name, so that asking does not load the client. */
export function asApiError(error: unknown): ApiRefusal | undefined {
  const isOne = error instanceof Error && error.name === 'ApiError';
  return isOne ? (error as unknown as ApiRefusal) : undefined;
}
