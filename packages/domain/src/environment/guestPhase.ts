import type { DesiredGuest } from './desired.ts';
import type { ObservedGuest } from './observed.ts';

/**
 * Where a guest is between off and up. `silent`: it has had time to start, and its agent, which it should have, does not
 * answer.
 */
export type GuestPhase = 'starting' | 'up' | 'silent' | 'off';

/** Under software emulation on a busy host a Debian takes one minute and now and then three. */
const bootSeconds = 300;

/** Without an agent nobody can tell; by then something is on the screen, which is where people look. */
const bootSecondsWithoutAgent = 60;

/** For how long after it was switched on a guest that says nothing counts as starting. */
export function longestBootSeconds({ hasAgent }: DesiredGuest): number {
  return hasAgent ? bootSeconds : bootSecondsWithoutAgent;
}

/** Undefined: its container runs, and nothing is known of it yet. */
export function guestPhase(guest: ObservedGuest | undefined, desired: DesiredGuest): GuestPhase {
  if (!guest || guest.power === 'starting') return 'starting';
  if (guest.power === 'off') return 'off';
  if (guest.agentAnswers) return 'up';
  if (guest.upSeconds < longestBootSeconds(desired)) return 'starting';
  return desired.hasAgent ? 'silent' : 'up';
}
