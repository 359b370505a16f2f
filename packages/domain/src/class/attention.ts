import type { State } from '../environment/status.ts';

/** Why somebody should look at a student's lab, the most pressing first. */
export const attentions = ['help', 'failed', 'stuck', 'idle'] as const;
export type Attention = (typeof attentions)[number];

export interface Watched {
  readonly state: State;
  /** A hand is up. */
  readonly asksForHelp: boolean;
  /** How often the same check failed in a row, the most of all checks. */
  readonly failedChecks: number;
  /** Whether the student is there now, and for how long without a check that passed, in minutes. */
  readonly isThere: boolean;
  readonly minutesWithoutProgress: number;
  /** Stopped because nobody was there. */
  readonly isIdle: boolean;
}

/** The same mistake three times is no carelessness any more. */
const failuresUntilStuck = 3;
const minutesUntilStuck = 15;

export function attentionFor(watched: Watched): Attention | undefined {
  if (watched.asksForHelp) return 'help';
  if (watched.state === 'failed') return 'failed';
  if (watched.failedChecks >= failuresUntilStuck) return 'stuck';
  if (watched.isThere && watched.minutesWithoutProgress >= minutesUntilStuck) return 'stuck';
  return watched.isIdle ? 'idle' : undefined;
}

/** Of two, which one comes first on the board; the rest is by name, numbers in their order. */
export function byAttention(
  a: { readonly name: string; readonly attention: Attention | undefined },
  b: { readonly name: string; readonly attention: Attention | undefined },
): number {
  const rank = ({ attention }: typeof a) =>
    attention === undefined ? attentions.length : attentions.indexOf(attention);
  return rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true });
}
