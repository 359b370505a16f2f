/** Shape of what the server says is wrong with a single thing. */
export interface RequestProblem {
  readonly message: string;
  readonly remedy?: string;
  readonly line?: number;
  readonly path?: string;
}

/** What keeps a call from its result, in words for people: what is wrong and what to do next. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** The server's code, or `server-unreachable`. */
  readonly code: string;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  readonly remedy: string | undefined;
  readonly problems: readonly RequestProblem[];
  /** Finds the call in the server's log. */
  readonly requestId: string | undefined;
  /** What somebody else made of it meanwhile. */
  readonly present: { readonly blueprint: string; readonly generation: number } | undefined;
  /** After too many tries. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    message: string,
    more: {
      code: string;
      status?: number;
      remedy?: string;
      problems?: readonly RequestProblem[];
      requestId?: string;
      present?: { readonly blueprint: string; readonly generation: number };
      retryAfterSeconds?: number;
      cause?: unknown;
    },
  ) {
    super(message, { cause: more.cause });
    this.code = more.code;
    this.status = more.status;
    this.remedy = more.remedy;
    this.problems = more.problems ?? [];
    this.requestId = more.requestId;
    this.present = more.present;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

export function isUnreachable(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'server-unreachable';
}
