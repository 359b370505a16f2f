import type { Pipeline } from '@labcast/api-client';

/** Whether a promotion is what one most likely wants next: it may be made, and would change something. */
export function isPromoteNext({ mayPromote, prod, wouldChange }: Pipeline): boolean {
  return mayPromote.allowed && (prod === undefined || wouldChange.length > 0);
}
