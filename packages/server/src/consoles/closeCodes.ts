import { LabcastError } from '@labcast/domain';
import { IncusError } from '@labcast/incus';
import { describeError } from '../errors.ts';

/** How a console's socket is closed; a reason goes with each that is not `ended`. */
export const closeCodes = {
  ended: 1000,
  unsupported: 1003,
  failed: 1011,
  /** Incus or this server starts anew: connect again. */
  restarting: 1012,
  notSignedIn: 4401,
  notPermitted: 4403,
  gone: 4404,
  stopped: 4409,
} as const;

/** Why a console ends, as a code with a sentence. */
export interface Ending {
  readonly code: number;
  readonly reason: string;
}

/** What an error means to somebody who looks at a console. */
export function endingOf(error: unknown, requestId: string): Ending {
  const { message, remedy, code } = describeError(error, requestId).body.error;
  return { code: codeOf(error, code), reason: [message, remedy].filter(Boolean).join(' ') };
}

function codeOf(error: unknown, code: string): number {
  if (error instanceof IncusError && error.kind === 'unavailable') return closeCodes.restarting;
  if (!(error instanceof LabcastError) && !(error instanceof IncusError)) return closeCodes.failed;
  if (code === 'not-permitted') return closeCodes.notPermitted;
  if (code.endsWith('-not-found')) return closeCodes.gone;
  if (code === 'element-not-running') return closeCodes.stopped;
  if (code.endsWith('-unavailable')) return closeCodes.restarting;
  return closeCodes.failed;
}

/** A close frame has room for 123 bytes, and half a character is none. */
export function closeReason(text: string): string {
  return Buffer.from(text)
    .subarray(0, 123)
    .toString()
    .replace(/\uFFFD$/, '');
}
