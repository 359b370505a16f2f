import type { EnvironmentStatus } from '@labcast/domain';
import { LabcastError } from '@labcast/domain';
import { HostError } from '@labcast/host';
import { IncusError } from '@labcast/incus';

/** What a failed pass means for the next one. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** ISO 8601. */
  readonly at: string;
  /** `wait`: something that everybody needs is away; it is not this lab's fault and is not counted. */
  readonly next: 'wait' | 'retry' | 'give-up';
}

const tryAgain = 'Try again, and read its log.';

/** Reads any error that a step can throw. `doing` is the step's title, for errors that do not say what they were about. */
export function describeFailure(error: unknown, doing: string, at = new Date()): Failure {
  return { ...describe(error, doing), at: at.toISOString() };
}

function describe(error: unknown, doing: string): Omit<Failure, 'at'> {
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
      remedy: error.remedy ?? tryAgain,
      next: nextAfter(error),
    };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'step-failed',
    message: `${doing}: ${message}`,
    remedy: tryAgain,
    next: 'retry',
  };
}

function nextAfter(error: LabcastError): Failure['next'] {
  if (error.code === 'database-unavailable') return 'wait';
  return error.repeatable ? 'retry' : 'give-up';
}

/** Incus 6.0 passes on its own command line when LXC refuses, and no reason; the reason is in the instance's log. */
const refusedByLxc = /forkstart ([^\s_]+)_(\S+) /;

function describeIncusError(error: IncusError, doing: string): Omit<Failure, 'at'> {
  const message = `${doing}: ${error.message}`;
  const [, project, instance] = refusedByLxc.exec(error.message) ?? [];
  if (project !== undefined && instance !== undefined)
    return {
      code: 'start-refused',
      message: `${doing}: LXC did not start it, and its system never ran.`,
      remedy: `Try again. Why stands on the lab host: incus info ${instance} --project ${project} --show-log`,
      next: 'retry',
    };
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
        // Incus says the same of both.
        message: `${doing}: the element's own storage, or the disk of the lab host, is full.`,
        remedy:
          'Give it more storage, or make room: remove labs that nobody needs, or enlarge the storage pool. Then try again.',
        next: 'retry',
      };
    case 'not-found':
    case 'conflict':
    case 'busy':
    case 'rejected':
      return {
        code: 'incus-rejected',
        message,
        remedy: 'Try again. If it stays, correct the lab and apply it again.',
        next: 'retry',
      };
  }
}

export function toLastError({
  code,
  message,
  at,
  remedy,
}: Failure): NonNullable<EnvironmentStatus['lastError']> {
  return { code, message, at, ...(remedy !== undefined && { remedy }) };
}
