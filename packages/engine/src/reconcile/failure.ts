import type { EnvironmentStatus } from '@labcast/domain';
import { LabcastError } from '@labcast/domain';
import { HostError } from '@labcast/host';
import { IncusError } from '@labcast/incus';

/** What a failed pass means for the next one. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** `wait`: something that everybody needs is away; it is not this lab's fault and is not counted. */
  readonly next: 'wait' | 'retry' | 'give-up';
}

/** Reads any error that a step can throw. `doing` is the step's title, for errors that do not say what they were about. */
export function describeFailure(error: unknown, doing: string): Failure {
  if (error instanceof IncusError) return describeIncusError(error, doing);
  if (error instanceof HostError)
    return {
      code: 'host-unavailable',
      message: `${doing}: ${error.message}`,
      remedy: 'See that the host helper runs: labcast doctor.',
      next: 'wait',
    };
  if (error instanceof LabcastError)
    return {
      code: error.code,
      message: error.message,
      ...(error.remedy !== undefined && { remedy: error.remedy }),
      next: nextAfter(error),
    };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'step-failed', message: `${doing}: ${message}`, next: 'retry' };
}

function nextAfter(error: LabcastError): Failure['next'] {
  if (error.code === 'database-unavailable') return 'wait';
  return error.repeatable ? 'retry' : 'give-up';
}

function describeIncusError(error: IncusError, doing: string): Failure {
  const message = `${doing}: ${error.message}`;
  switch (error.kind) {
    case 'unavailable':
      return {
        code: 'incus-unavailable',
        message: 'The lab host does not answer. Changes are kept and carried out later.',
        remedy: 'See that Incus runs on it: labcast doctor.',
        next: 'wait',
      };
    case 'storage-full':
      return {
        code: 'storage-full',
        message: `${doing}: the disk of the lab host is full.`,
        remedy: 'Remove labs that nobody needs, or enlarge the storage pool; then: labcast retry.',
        next: 'retry',
      };
    case 'not-found':
      return { code: 'incus-rejected', message, next: 'retry' };
    case 'conflict':
    case 'busy':
      return { code: 'incus-rejected', message, next: 'retry' };
    case 'rejected':
      return {
        code: 'incus-rejected',
        message,
        remedy: 'Correct the lab and apply it again, or remove it.',
        next: 'retry',
      };
  }
}

export function toLastError(
  failure: Failure,
  at: Date,
): NonNullable<EnvironmentStatus['lastError']> {
  return {
    code: failure.code,
    message: failure.message,
    at: at.toISOString(),
    ...(failure.remedy !== undefined && { remedy: failure.remedy }),
  };
}
