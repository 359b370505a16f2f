import { LabcastError } from '@labcast/domain';
import { Migrator } from 'kysely/migration';
import { connectionOptions } from './connection/connectionOptions.ts';
import { createDatabase } from './connection/createDatabase.ts';
import { silentLogger } from './logger.ts';
import type { StoreLogger } from './logger.ts';
import { migrations } from './migrations/migrations.ts';

/** A migration may take longer than any statement of daily work, and two servers wait for each other here. */
const migrationTimeoutMs = 10 * 60_000;

/**
 * Brings the database to this program's schema and returns the names of the migrations that it applied. All of them or
 * none; several processes may start at once. Throws `database-unavailable`, and a plain error when the database was
 * made by a newer program.
 */
export async function migrate(options: {
  databaseUrl: string;
  logger?: StoreLogger;
}): Promise<string[]> {
  const logger = options.logger ?? silentLogger;
  const database = createDatabase(
    {
      ...connectionOptions(options.databaseUrl),
      max: 1,
      statement_timeout: migrationTimeoutMs,
      query_timeout: migrationTimeoutMs,
      idle_in_transaction_session_timeout: migrationTimeoutMs,
    },
    logger,
  );
  try {
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
      // What was written apart may arrive in either order.
      allowUnorderedMigrations: true,
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw migrationError(error);
    const applied = results.map((result) => result.migrationName);
    for (const migration of applied) logger.info({ migration }, 'Migrated the database.');
    return applied;
  } finally {
    await database.destroy();
  }
}

function migrationError(error: unknown): unknown {
  if (error instanceof LabcastError) return error;
  // Kysely 0.29: "corrupted migrations: previously executed migration X is missing".
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    return new Error(
      'The database was made by a newer Labcast than this one. Start that version again, or restore a backup.',
      { cause: error },
    );
  }
  return error;
}
