import { retryDelay } from '../../../api/events/retryDelay.ts';

/** Why a console shows nothing new. */
export type Outage =
  | { readonly kind: 'network' }
  | { readonly kind: 'server-away' }
  | { readonly kind: 'server-restarting' }
  | { readonly kind: 'machine-busy'; readonly reason?: string }
  | { readonly kind: 'machine-stopped'; readonly reason?: string }
  | { readonly kind: 'machine-failed'; readonly reason?: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'gone'; readonly reason?: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'error'; readonly message: string; readonly remedy?: string };

/** The connection of one console. Times in milliseconds since 1970. */
export type Line =
  | {
      readonly phase: 'connecting';
      /** Counts all sockets of this line: each number is one of them. */
      readonly attempt: number;
      readonly failures: number;
      readonly since: number;
      /** Undefined for the first connection. */
      readonly outage?: Outage;
    }
  | { readonly phase: 'open'; readonly attempt: number; readonly since: number }
  | {
      readonly phase: 'lost';
      readonly attempt: number;
      readonly failures: number;
      readonly since: number;
      readonly outage: Outage;
      /** Undefined when trying again by itself makes no sense. */
      readonly retryAt?: number;
    };

export type LineEvent =
  | { readonly type: 'opened' }
  /** The socket is closed, or nothing comes over it any more. */
  | { readonly type: 'closed'; readonly outage: Outage }
  /** Somebody looked why. */
  | { readonly type: 'found'; readonly outage: Outage }
  /** The moment to try again has come. */
  | { readonly type: 'due' }
  /** The network is back, the window is looked at again, the machine is ready again. */
  | { readonly type: 'woken' }
  /** A person pressed the button. */
  | { readonly type: 'asked' };

export function firstLine(now: number): Line {
  return { phase: 'connecting', attempt: 1, failures: 0, since: now };
}

/** Trying again by itself changes nothing of these. */
const lasting: readonly Outage['kind'][] = ['signed-out', 'not-permitted', 'gone', 'ended'];
/** These end when the machine is ready, which is told; asking now and then catches what was not. */
const untilReady: readonly Outage['kind'][] = ['machine-stopped', 'machine-failed'];

const untilReadyMs = 5000;

export function isLasting({ kind }: Outage): boolean {
  return lasting.includes(kind);
}

/** What was deleted is there again after an undo; one more try of what is not costs nothing. */
function mayReturn(outage: Outage): boolean {
  return outage.kind === 'gone' || !isLasting(outage);
}

/** What becomes of a line. Pure: `random` is from 0 to 1. */
export function nextLine(line: Line, event: LineEvent, now: number, random: number): Line {
  switch (event.type) {
    case 'opened':
      if (line.phase !== 'connecting') return line;
      return { phase: 'open', attempt: line.attempt, since: now };
    case 'closed':
      return line.phase === 'lost' ? line : loseLine(line, event.outage, now, random);
    case 'found':
      if (line.phase !== 'lost' || isLasting(line.outage)) return line;
      return stopWhenLasting({ ...line, outage: event.outage });
    case 'due':
      return line.phase === 'lost' && line.retryAt !== undefined ? connect(line) : line;
    case 'woken':
      return line.phase === 'lost' && mayReturn(line.outage) ? connect(line) : line;
    case 'asked':
      return line.phase === 'lost' ? connect(line) : line;
  }
}

function loseLine(
  line: Exclude<Line, { phase: 'lost' }>,
  outage: Outage,
  now: number,
  random: number,
): Line {
  const failures = line.phase === 'open' ? 0 : line.failures + 1;
  const delay = untilReady.includes(outage.kind) ? untilReadyMs : retryDelay(failures, random);
  return stopWhenLasting({
    phase: 'lost',
    attempt: line.attempt,
    failures,
    since: line.phase === 'open' ? now : line.since,
    outage,
    retryAt: now + delay,
  });
}

function stopWhenLasting(line: Extract<Line, { phase: 'lost' }>): Line {
  if (!isLasting(line.outage)) return line;
  const { phase, attempt, failures, since, outage } = line;
  return { phase, attempt, failures, since, outage };
}

function connect({ attempt, failures, since, outage }: Extract<Line, { phase: 'lost' }>): Line {
  return { phase: 'connecting', attempt: attempt + 1, failures, since, outage };
}

/** Nothing is shown for the first second, in which most lines are back; what a person has to decide is shown at once. */
export function shownOutage(line: Line, now: number): Outage | undefined {
  if (line.phase === 'open' || line.outage === undefined) return undefined;
  return !isLasting(line.outage) && now - line.since < 1000 ? undefined : line.outage;
}
