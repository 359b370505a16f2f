import { setTimeout as delay } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { openSession } from './connection/openSession.ts';
import type { Session } from './connection/openSession.ts';
import type { StoreLogger } from './logger.ts';
import { changeChannel, parseChange } from './notify.ts';
import type { EnvironmentChange, Store } from './store.ts';

type Listener = (change: EnvironmentChange | undefined) => void;
const firstRetryMs = 100;
const longestRetryMs = 5_000;

/** One LISTEN connection, shared by all listeners, open while there are any. */
export function createWatch(
  options: ClientConfig,
  logger: StoreLogger,
): Pick<Store, 'watchEnvironments' | 'close'> {
  const listeners = new Set<Listener>();
  let stop: AbortController | undefined;
  let starting: Promise<void> | undefined;

  const tell: Listener = (change) => {
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (error) {
        logger.warn({ err: error }, 'A listener for changes of environments failed.');
      }
    }
  };

  async function listen(): Promise<Session> {
    const session = await openSession(options);
    session.onNotification((payload) => {
      tell(parseChange(payload));
    });
    await session.query(`listen ${changeChannel}`);
    return session;
  }

  /** Keeps one session open until it is told to stop; whatever was missed meanwhile is told as "everything". */
  async function keepListening(first: Session, stopped: AbortSignal): Promise<void> {
    let session = first;
    for (;;) {
      await aborted(AbortSignal.any([session.lost, stopped]));
      await session.end();
      const next = stopped.aborted ? undefined : await listenAgain(stopped);
      if (next === undefined) return;
      session = next;
      tell(undefined);
    }
  }

  async function listenAgain(stopped: AbortSignal): Promise<Session | undefined> {
    logger.warn({}, 'The connection that listens for changes was lost. Trying again.');
    for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
      await delay(waitMs, undefined, { signal: stopped }).catch(() => undefined);
      if (stopped.aborted) return undefined;
      try {
        return await listen();
      } catch (error) {
        logger.warn({ err: error }, 'The database does not answer yet.');
      }
    }
  }

  async function start(): Promise<void> {
    const session = await listen();
    stop = new AbortController();
    void keepListening(session, stop.signal);
  }

  async function close(): Promise<void> {
    listeners.clear();
    await starting?.catch(() => undefined);
    stop?.abort();
    starting = undefined;
  }

  return {
    async watchEnvironments(listener) {
      // A wrapper, so that one function given twice is two listeners.
      const own: Listener = (change) => {
        listener(change);
      };
      listeners.add(own);
      starting ??= start();
      try {
        await starting;
      } catch (error) {
        listeners.delete(own);
        starting = undefined;
        throw error;
      }
      return async () => {
        if (listeners.delete(own) && listeners.size === 0) await close();
      };
    },
    close,
  };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
