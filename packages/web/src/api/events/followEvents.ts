import type { ApiEvent } from '@labcast/api-client';
import { isUnreachable } from '../RequestError.ts';
import { heardServer, lostServer } from './connection.ts';
import { retryDelay } from './retryDelay.ts';
import { watchEvents } from './watchEvents.ts';
import { onOutOfSight, untilInSight } from './windowSight.ts';

/** The server speaks every 5 seconds: a connection that is silent for two of them is dead. */
const silenceMs = 10_000;

/**
 * Over plain HTTP a browser has six connections to a server, for all its tabs together: those that nobody sees give theirs
 * back, or the fourth one would wait for ever. Long enough to look something up in another tab.
 */
const outOfSightMs = 30_000;
/** Why a connection was given back. */
const outOfSight = Symbol('out of sight');

interface Listener {
  /** As `assignment/dev`; all that the person may see when undefined. */
  readonly environment: string | undefined;
  readonly tell: (event: ApiEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * Tells all events until the signal, connecting again for as long as that takes, and not while the window is out of sight:
 * the server tells the present state to each who connects.
 */
export async function followEvents({ environment, tell, signal }: Listener): Promise<void> {
  let failures = 0;
  for (;;) {
    await untilInSight(signal);
    if (signal.aborted) return;
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener('abort', stop);
    let silence = setTimeout(stop, silenceMs);
    const stopLooking = onOutOfSight(outOfSightMs, () => attempt.abort(outOfSight));
    try {
      for await (const event of watchEvents(environment, attempt.signal)) {
        clearTimeout(silence);
        silence = setTimeout(stop, silenceMs);
        failures = 0;
        heardServer();
        tell(event);
      }
      lostServer();
    } catch (error) {
      // An answer that refuses is an answer: the server is there.
      if (attempt.signal.reason !== outOfSight && (isUnreachable(error) || attempt.signal.aborted))
        lostServer();
    } finally {
      stopLooking();
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
    }
    if (attempt.signal.reason === outOfSight) continue;
    await pause(retryDelay(failures, Math.random()), signal);
    failures += 1;
  }
}

/** Ends early with the signal, and when the network or the person comes back. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const wakers = [
      [signal, 'abort'],
      [globalThis, 'online'],
      [globalThis, 'focus'],
    ] as const;
    const wake = () => {
      clearTimeout(timer);
      for (const [target, event] of wakers) target.removeEventListener(event, wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    for (const [target, event] of wakers) target.addEventListener(event, wake);
  });
}
