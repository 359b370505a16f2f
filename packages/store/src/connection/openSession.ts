import pg from 'pg';
import type { ClientConfig } from 'pg';
import { asStoreError, databaseUnavailable } from './databaseError.ts';

const pingEveryMs = 10_000;

/** One dedicated connection: for what belongs to a connection, such as advisory locks and LISTEN. */
export interface Session {
  /** Throws `database-unavailable`; the session is lost then. */
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  onNotification(listener: (payload: string | undefined) => void): void;
  /** Aborted once the connection is gone, for whatever reason; it never comes back. */
  readonly lost: AbortSignal;
  end(): Promise<void>;
}

/** Throws `database-unavailable`. */
export async function openSession(options: ClientConfig): Promise<Session> {
  const client = new pg.Client(options);
  const lost = new AbortController();
  const lose = (cause: unknown) => {
    if (lost.signal.aborted) return;
    lost.abort(databaseUnavailable(cause));
    void client.end().catch(() => undefined);
  };
  client.on('error', lose);
  client.on('end', () => {
    lose(new Error('The database connection ended.'));
  });
  const send = async (text: string, values: unknown[]) => {
    try {
      return (await client.query<Record<string, unknown>>(text, values)).rows;
    } catch (error) {
      lose(error);
      throw asStoreError(error);
    }
  };
  // pg takes the next statement of one connection only after the one before.
  let last: Promise<unknown> = Promise.resolve();
  const query: Session['query'] = (text, values = []) => {
    const result = last.then(() => send(text, values));
    last = result.catch(() => undefined);
    return result;
  };
  try {
    await client.connect();
  } catch (error) {
    lose(error);
    throw asStoreError(error);
  }
  // Finds out about a machine that vanished without saying so.
  const pings = setInterval(() => void query('select 1').catch(() => undefined), pingEveryMs);
  pings.unref();
  lost.signal.addEventListener('abort', () => clearInterval(pings), { once: true });
  return {
    query,
    onNotification: (listener) => client.on('notification', (message) => listener(message.payload)),
    lost: lost.signal,
    async end() {
      clearInterval(pings);
      await client.end().catch(() => undefined);
    },
  };
}
