import { sql } from 'kysely';
import type { Database } from './connection/createDatabase.ts';

/** Until the transaction ends, nobody else decides whether something still fits. */
export async function lockAdmission(transaction: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('labcast admission', 0))`.execute(
    transaction,
  );
}
