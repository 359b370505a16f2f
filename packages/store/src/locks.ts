import type { ClientConfig } from 'pg';
import { openSession } from './connection/openSession.ts';
import type { Session } from './connection/openSession.ts';
import { databaseUnavailable } from './connection/databaseError.ts';
import type { EnvironmentLock, Store } from './store.ts';

interface LockSession {
  readonly session: Session;
  /** PostgreSQL lets one session take a lock twice, so this is what excludes two calls of one process. */
  readonly held: Set<string>;
}

/** Session advisory locks, all on one dedicated connection: PostgreSQL frees them when the process or connection dies. */
export function createLocks(
  options: ClientConfig,
): Pick<Store, 'lockEnvironment' | 'lockUpload' | 'lockWork' | 'close'> {
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

  async function lock(name: string): Promise<EnvironmentLock | undefined> {
    const { session, held } = await getSession();
    if (held.has(name)) return undefined;
    held.add(name);
    try {
      const [row] = await session.query(`select pg_try_advisory_lock(${lockKey}) as locked`, [
        name,
      ]);
      if (session.lost.aborted) throw databaseUnavailable(session.lost.reason);
      if (row?.locked === true) return heldLock(session, held, name);
    } catch (error) {
      held.delete(name);
      throw error;
    }
    held.delete(name);
    return undefined;
  }

  return {
    lockEnvironment: (id) => lock(`environment ${id}`),
    lockWork: (id) => lock(`work ${id}`),
    lockUpload: (id, purpose) => lock(`upload ${purpose} ${id}`),
    async close() {
      const opened = await current?.catch(() => undefined);
      current = undefined;
      await opened?.session.end();
    },
  };
}

const lockKey = `hashtextextended('labcast ' || $1, 0)`;

function heldLock(session: Session, held: Set<string>, name: string): EnvironmentLock {
  let released: Promise<void> | undefined;
  const release = async () => {
    // Fails only with the connection, and then the lock is gone as well.
    await session.query(`select pg_advisory_unlock(${lockKey})`, [name]).catch(() => undefined);
    held.delete(name);
  };
  return { lost: session.lost, release: () => (released ??= release()) };
}
