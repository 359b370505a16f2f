/** What an answer of Incus means to a caller. */
export type IncusErrorKind =
  'not-found' | 'conflict' | 'busy' | 'unavailable' | 'storage-full' | 'rejected';

/** Incus's answers are read here alone; nobody else looks at status codes or message texts. */
export class IncusError extends Error {
  override readonly name = 'IncusError';
  readonly kind: IncusErrorKind;
  readonly statusCode: number | undefined;

  constructor(
    kind: IncusErrorKind,
    message: string,
    options: { statusCode?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.statusCode = options.statusCode;
  }
}
