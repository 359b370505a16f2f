import { asApiError } from './asApiError.ts';

const passing = new Set([502, 503, 504]);

/** Whether asking again later can help: nobody answers, or the server itself waits for its database or for Incus. */
export function isServerAway(error: unknown): boolean {
  const refusal = asApiError(error);
  return refusal?.code === 'server-unreachable' || passing.has(refusal?.status ?? 0);
}
