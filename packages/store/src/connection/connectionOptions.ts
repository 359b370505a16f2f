import { userInfo } from 'node:os';
import type { ClientConfig } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

/** How long one statement may take before the database counts as gone. */
const statementTimeoutMs = 10_000;

/**
 * Reads a PostgreSQL URL, such as `postgresql:///labcast?host=/run/labcast/postgres`. Without a user in it, it is the
 * operating system's, as libpq does it (pg itself looks at `USER`, which services and `su` do not set reliably).
 */
export function connectionOptions(databaseUrl: string): ClientConfig {
  const parsed = parseIntoClientConfig(databaseUrl);
  return {
    ...parsed,
    user: [parsed.user, process.env.PGUSER].find(Boolean) ?? userInfo().username,
    application_name: parsed.application_name ?? 'labcast',
    connectionTimeoutMillis: 3_000,
    statement_timeout: statementTimeoutMs,
    // The server answers a timeout itself; only one that hangs as a whole reaches this.
    query_timeout: statementTimeoutMs + 2_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}
