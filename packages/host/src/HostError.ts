/**
 * Why the host helper did not do something.
 * - `rejected`: the request itself is wrong, repeating it does not help
 * - `refused`: doing it now would be unsafe, because the firewall is not in place or the host was restored
 * - `failed`: a command or a file of the host failed, repeating it may help
 * - `unavailable`: the helper could not be reached
 */
export type HostErrorKind = 'rejected' | 'refused' | 'failed' | 'unavailable';

/** Its message is a sentence for people: what happened, to what, and what to do next. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly kind: HostErrorKind;

  constructor(kind: HostErrorKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}
