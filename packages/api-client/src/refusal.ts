import { ApiError } from './apiError.ts';
import type { ErrorView } from './views.ts';

/** The error in a server's answer, or in the last frame of a socket. */
export function refusal(body: unknown, status?: number): ApiError {
  if (isErrorView(body)) {
    const { code, message, ...more } = body.error;
    return new ApiError(code, message, { ...more, status });
  }
  const answer = status === undefined ? '' : ` (HTTP ${String(status)})`;
  return new ApiError('unexpected-answer', `What answers there is not Labcast${answer}.`, {
    status,
    remedy: 'Check LABCAST_URL and LABCAST_PORT.',
  });
}

/** The server could not be asked at all, or went away while answering. */
export function unreachable(baseUrl: string, cause: unknown): ApiError {
  return new ApiError('server-unreachable', `The Labcast server does not answer at ${baseUrl}.`, {
    remedy: 'Start it with "make up".',
    cause,
  });
}

function isErrorView(body: unknown): body is ErrorView {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}
