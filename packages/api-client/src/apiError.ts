import type { Problem } from './views.ts';

/** Whatever keeps a call from its result: the server's refusal, or that it cannot be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The server's code (`ErrorCode` of the domain), or `server-unreachable`. */
  readonly code: string;
  /** HTTP status; undefined when the server could not be reached. */
  readonly status: number | undefined;
  readonly remedy: string | undefined;
  readonly problems: readonly Problem[];
  /** Finds the call in the server's log. */
  readonly requestId: string | undefined;

  constructor(
    code: string,
    message: string,
    more: {
      status?: number | undefined;
      remedy?: string | undefined;
      problems?: readonly Problem[] | undefined;
      requestId?: string | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.status = more.status;
    this.remedy = more.remedy;
    this.problems = more.problems ?? [];
    this.requestId = more.requestId;
  }
}
