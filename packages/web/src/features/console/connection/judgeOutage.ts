import type { ElementStatus, State } from '@labcast/domain';
import { RequestError } from '../../../api/RequestError.ts';
import type { Outage } from './line.ts';

/** What an ordinary call said after a socket did not open, which a browser gives no reason for. */
export type Look =
  | { readonly elements: readonly ElementStatus[] }
  | { readonly error: unknown; readonly isOnline: boolean };

const busy: readonly State[] = ['planned', 'waiting', 'starting', 'updating'];
const stopped: readonly State[] = ['stopped', 'stopping'];

/** Why a console has no connection. Undefined: nothing speaks against trying again. */
export function judgeOutage(look: Look, element: string): Outage | undefined {
  if ('error' in look) return judgeError(look.error, look.isOnline);
  const found = look.elements.find(({ name }) => name === element);
  if (!found) return element === 'gateway' ? undefined : { kind: 'gone' };
  return elementOutage(found);
}

/** Why a machine has no console now, as far as its state says. */
export function elementOutage({ state, reason }: ElementStatus): Outage | undefined {
  const why = reason === undefined ? {} : { reason };
  if (busy.includes(state)) return { kind: 'machine-busy', ...why };
  if (stopped.includes(state)) return { kind: 'machine-stopped', ...why };
  if (state === 'failed') return { kind: 'machine-failed', ...why };
  if (state === 'deleting' || state === 'gone') return { kind: 'gone' };
  return undefined;
}

function judgeError(error: unknown, isOnline: boolean): Outage {
  const status = error instanceof RequestError ? error.status : undefined;
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'not-permitted' };
  if (status === 404) return { kind: 'gone' };
  return isOnline ? { kind: 'server-away' } : { kind: 'network' };
}
