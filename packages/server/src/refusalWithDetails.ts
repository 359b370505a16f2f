import { LabcastError } from '@labcast/domain';
import type { ErrorCode, LabcastErrorOptions } from '@labcast/domain';

/** What some refusals tell programs besides. */
export interface RefusalDetails {
  /** Of `too-many-tries`; the header `Retry-After` says the same. */
  readonly retryAfterSeconds?: number;
  /** Of `blueprint-changed`: what it is now. */
  readonly present?: { readonly blueprint: string; readonly generation: number };
  /** Of `environment-not-open`. */
  readonly opensAt?: string;
}

export class RefusalWithDetails extends LabcastError {
  readonly details: RefusalDetails;

  constructor(
    code: ErrorCode,
    message: string,
    options: LabcastErrorOptions,
    details: RefusalDetails,
  ) {
    super(code, message, options);
    this.details = details;
  }
}
