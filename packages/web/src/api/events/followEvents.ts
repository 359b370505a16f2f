import type { ApiEvent } from '@labcast/api-client';
import { isUnreachable } from '../RequestError.ts';
import { heardServer, lostServer } from './connection.ts';
import { retryDelay } from './retryDelay.ts';
import { watchEvents } from './watchEvents.ts';

/** The server speaks every 5 seconds: a connection that is silent for two of them is dead. */
const silenceMs = 10_000;

interface Listener {
  /** As `assignment/dev`; all that the person may see when undefined. */
  readonly environment: string | undefined;
  readonly tell: (event: ApiEvent) => void;
  readonly signal: AbortSignal;
}

/** Tells all events until the signal, connecting again for as long as that takes. */
export async function followEvents({ environment, tell, signal }: Listener): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener('abort', stop);
    let silence = setTimeout(stop, silenceMs);
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
      if (isUnreachable(error) || attempt.signal.aborted) lostServer();
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
    }
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
