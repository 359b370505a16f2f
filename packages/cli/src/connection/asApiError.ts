import type { ApiError } from '@labcast/api-client';

/** Told by its name, so that asking does not load the client. */
export function asApiError(error: unknown): ApiError | undefined {
  return error instanceof Error && error.name === 'ApiError' ? (error as ApiError) : undefined;
}
