import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Where the elements of an assignment stand on the canvas, for everybody who opens it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table assignment
        add column layout jsonb not null default '{}' check (jsonb_typeof(layout) = 'object')`,
    )
    .execute(database);
}
