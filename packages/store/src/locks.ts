import type { ClientConfig } from 'pg';
import { openSession } from './connection/openSession.ts';
import type { Session } from './connection/openSession.ts';
import { databaseUnavailable } from './connection/databaseError.ts';
import type { EnvironmentId, EnvironmentLock, Store } from './store.ts';

interface LockSession {
  readonly session: Session;
  /** PostgreSQL lets one session take a lock twice, so this is what excludes two calls of one process. */
  readonly held: Set<EnvironmentId>;
}

/** Session advisory locks, all on one dedicated connection: PostgreSQL frees them when the process or connection dies. */
export function createLocks(options: ClientConfig): Pick<Store, 'lockEnvironment' | 'close'> {
  let current: Promise<LockSession> | undefined;

  async function open(): Promise<LockSession> {
    const session = await openSession(options);
    // One that was lost before anybody listens would be kept, and nobody would get a lock again.
    if (session.lost.aborted) throw databaseUnavailable(session.lost.reason);
    session.lost.addEventListener('abort', () => {
      current = undefined;
    });
    return { session, held: new Set() };
  }

  async function getSession(): Promise<LockSession> {
    current ??= open();
    const opening = current;
    try {
      return await opening;
    } catch (error) {
      if (current === opening) current = undefined;
      throw error;
    }
  }

  return {
    async lockEnvironment(id) {
      const { session, held } = await getSession();
      if (held.has(id)) return undefined;
      held.add(id);
      try {
        const [row] = await session.query(`select pg_try_advisory_lock(${lockKey}) as locked`, [
          id,
        ]);
        if (session.lost.aborted) throw databaseUnavailable(session.lost.reason);
        if (row?.locked === true) return heldLock(session, held, id);
      } catch (error) {
        held.delete(id);
        throw error;
      }
      held.delete(id);
      return undefined;
    },
    async close() {
      const opened = await current?.catch(() => undefined);
      current = undefined;
      await opened?.session.end();
    },
  };
}

const lockKey = `hashtextextended('labcast environment ' || $1, 0)`;

function heldLock(session: Session, held: Set<EnvironmentId>, id: EnvironmentId): EnvironmentLock {
  let released: Promise<void> | undefined;
  const release = async () => {
    // Fails only with the connection, and then the lock is gone as well.
    await session.query(`select pg_advisory_unlock(${lockKey})`, [id]).catch(() => undefined);
    held.delete(id);
  };
  return { lost: session.lost, release: () => (released ??= release()) };
}
