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

/**
 * In order: the first that fits names the kind. Texts, because Incus 6.0 answers 500 to most of these, and the event of
 * a failed operation carries the text alone.
 */
const kindsByText: readonly (readonly [IncusErrorKind, RegExp])[] = [
  // The last is all that Incus passes on when LXC finds no room for its own file on the disk.
  [
    'storage-full',
    /no space left on device|disk quota exceeded|saving config file for the container failed/i,
  ],
  ['busy', /Instance is busy running a|A matching non-reusable operation/],
  ['conflict', /already exists|UNIQUE constraint failed|currently in use|Only empty projects/i],
  ['unavailable', /Incus is shutting down|no available .*leader|database is locked/i],
  ['not-found', /not found$|Image not provided for instance creation/i],
];

const kindsByStatus: Readonly<Record<number, IncusErrorKind>> = {
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** `statusCode` is missing when only an operation's text is known. */
export function readIncusError(text: string, statusCode?: number): IncusError {
  const kind =
    kindsByText.find(([, pattern]) => pattern.test(text))?.[0] ??
    kindsByStatus[statusCode ?? 0] ??
    'rejected';
  return new IncusError(kind, `Incus: ${text}`, statusCode === undefined ? {} : { statusCode });
}

/** Whether `error` is an `IncusError` of this kind. */
export function isIncusError(error: unknown, kind: IncusErrorKind): error is IncusError {
  return error instanceof IncusError && error.kind === kind;
}

// What a caller that wants a state treats as having arrived there. Each text was recorded from Incus 6.0.4.
const says =
  (pattern: RegExp) =>
  (error: unknown): boolean =>
    error instanceof IncusError && pattern.test(error.message);

export const saysAlreadyRunning = says(/already running/);
export const saysAlreadyStopped = says(/already stopped/);
export const saysAlreadyFrozen = says(/already frozen|already paused/i);
export const saysNotFrozen = says(/is already running|not frozen|not paused/i);
/** The container ended between Incus's look and its stop; Incus itself still has to notice. */
export const saysStoppedMeanwhile = says(/container is not running/);
export const saysShutdownTimedOut = says(/Failed shutting down instance.*deadline exceeded/);
/** Refusal to delete. */
export const saysStillRunning = says(/Instance is running/);
export const saysProjectAbsent = says(/Project not found/);
export const saysInstanceAbsent = says(/Instance not found/);
/** Incus forgets an operation 5 s after its end, and all of them when it is restarted. */
export const saysOperationAbsent = says(/Operation not found/);
export const saysCommandNotFound = says(/Command not found/);
export const saysCommandNotExecutable = says(/Command not executable/);
