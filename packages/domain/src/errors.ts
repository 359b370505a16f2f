/** What went wrong, as a meaning. The server maps each to an HTTP status, the CLI to an exit code. */
export const errorCodes = [
  'blueprint-invalid',
  'request-invalid',
  'type-unknown',
  'parameter-invalid',
  'name-taken',
  'assignment-not-found',
  'environment-not-found',
  'check-not-found',
  'checkpoint-not-found',
  'checkpoint-in-use',
  'release-not-found',
  'run-not-found',
  'rollout-not-found',
  'rollout-running',
  'environment-frozen',
  'environment-not-open',
  'course-not-found',
  'person-not-found',
  'element-not-found',
  'element-not-running',
  'image-not-found',
  'file-not-found',
  'file-refused',
  'apps-domain-missing',
  'image-in-use',
  'upload-not-found',
  'upload-conflict',
  'capacity-exceeded',
  'confirmation-needed',
  'blueprint-changed',
  'course-archived',
  'last-administrator',
  'link-invalid',
  'sign-in-refused',
  'too-many-tries',
  'not-signed-in',
  'not-permitted',
  'incus-unavailable',
  'incus-rejected',
  'host-unavailable',
  'database-unavailable',
  'storage-full',
  'step-failed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One thing that is wrong, with its place. `path` is dotted (`elements.web.memory`), `line` counts from 1. */
export interface Problem {
  readonly message: string;
  /** What the person can do about it, as an imperative sentence. */
  readonly remedy?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

export interface LabcastErrorOptions {
  readonly cause?: unknown;
  readonly problems?: readonly Problem[];
  readonly remedy?: string;
  /** Whether doing the same again can help, as it does not for an image that is not there. */
  readonly repeatable?: boolean;
}

/** The one error class for everything that a person can cause or has to know. Anything else that is thrown is a bug. */
export class LabcastError extends Error {
  override readonly name = 'LabcastError';
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];
  readonly remedy: string | undefined;
  readonly repeatable: boolean;

  constructor(code: ErrorCode, message: string, options: LabcastErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.problems = options.problems ?? [];
    this.remedy = options.remedy;
    this.repeatable = options.repeatable ?? false;
  }
}
