import { RequestError, type RequestProblem } from './RequestError.ts';

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly problems?: readonly RequestProblem[];
  readonly requestId?: string;
  readonly present?: { readonly blueprint: string; readonly generation: number };
  readonly retryAfterSeconds?: number;
}

/** The error in an answer that was no success. `body` may be anything: something else may answer in the server's place. */
export function readRefusal(body: unknown, response: Response): RequestError {
  const { status } = response;
  const refusal = findRefusal(body);
  // A proxy in front of the server answers like this while the server starts.
  if (!refusal && status >= 502 && status <= 504) return unreachable();
  if (!refusal)
    return new RequestError(`What answers there is not Labcast (HTTP ${status}).`, {
      code: 'unexpected-answer',
      status,
      remedy: 'Reload the page, or ask the administrator of this server.',
    });
  const { message, ...more } = refusal;
  const header = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new RequestError(message, {
    ...(Number.isFinite(header) && { retryAfterSeconds: header }),
    ...more,
    status,
  });
}

/** What only reads is asked again by the page; a deed is not done twice without its person. */
export function unreachable(cause?: unknown, method = 'GET'): RequestError {
  return new RequestError('The Labcast server does not answer.', {
    code: 'server-unreachable',
    remedy: method === 'GET' ? 'This page tries again by itself.' : 'Try it again when it is back.',
    cause,
  });
}

function findRefusal(body: unknown): Refusal | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  const isRefusal =
    typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
  return isRefusal ? (error as Refusal) : undefined;
}
