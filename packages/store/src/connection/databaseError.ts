import { LabcastError } from '@labcast/domain';
import pg from 'pg';

/** SQLSTATEs that say that the database cannot serve now, though the statement may be right. */
const unavailableStates = new Set([
  '25006', // read only: a standby, or recovering
  '28000', // not let in
  '28P01', // wrong password
  '3D000', // no such database (yet)
  '40001', // serialisation failure
  '40P01', // deadlock
  '55P03', // lock not available in time
  '57014', // statement timeout
  '57P01', // shut down by the administrator
  '57P02', // crash
  '57P03', // starting or stopping
  '57P05', // idle session timeout
  '25P03', // idle in transaction timeout
]);
/** 08: connection exceptions. 53: out of disk, memory or connections. 58: errors of the system under it. */
const unavailableClasses = new Set(['08', '53', '58']);

/** pg and pg-pool (8.23, 3.x) tell these by their text alone. */
const unavailableMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Query read timeout',
  'Client has encountered a connection error',
  'Client was closed',
  'The server does not support SSL',
];

/** Whether the database could not be reached or did not serve, as opposed to refusing what was asked. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof pg.DatabaseError) {
    return unavailableStates.has(code) || unavailableClasses.has(code.slice(0, 2));
  }
  // Node's own: ECONNREFUSED, ECONNRESET, EPIPE, ENOENT (the socket's file), EACCES, ETIMEDOUT, ENOTFOUND, ...
  if (/^E[A-Z]+$/.test(code)) return true;
  return unavailableMessages.some((text) => error.message.startsWith(text));
}

export function databaseUnavailable(cause: unknown): LabcastError {
  return new LabcastError('database-unavailable', 'The database does not answer.', {
    cause,
    repeatable: true,
    remedy: 'Start PostgreSQL again with "make up", or check DATABASE_URL if you use your own.',
  });
}

/** Gives the error that a caller should see: `database-unavailable`, or the same one. */
export function asStoreError(error: unknown): unknown {
  return isUnavailable(error) ? databaseUnavailable(error) : error;
}

/** Name of the unique index or constraint that a statement violated, if that is what went wrong. */
export function violatedUnique(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return undefined;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
}
