import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Types that people saved. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(savedType).execute(database);
}

// The owner's name is kept: what somebody saved stays when the person is gone.
const savedType = `create table saved_type (
  name text primary key constraint saved_type_name check (name ~ '^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$'),
  summary text not null,
  blueprint text not null,
  parameters jsonb not null check (jsonb_typeof(parameters) = 'array'),
  owner_id uuid references person on delete set null,
  owner_name text not null check (owner_name <> ''),
  created_at timestamptz not null default now()
)`;
