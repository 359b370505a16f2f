import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Since when an assignment is being deleted: nothing new is made in it from then on. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table assignment add column removing_at timestamptz`.execute(database);
}
