import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** What is wanted of single elements, who looks at what, what is used, and how long steps take. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table environment
    add column wishes jsonb not null default '{}' check (jsonb_typeof(wishes) = 'object'),
    add column blueprint_generation integer not null default 1,
    add column changed_by text`,
  `update environment set blueprint_generation = generation`,

  // What follows is worth nothing after a crash: unlogged, so that it costs no write-ahead log.
  `create unlogged table watch (
    environment_id uuid primary key references environment,
    until timestamptz not null
  )`,
  `create unlogged table presence (
    environment_id uuid not null references environment,
    person_id uuid not null references person on delete cascade,
    until timestamptz not null,
    primary key (environment_id, person_id)
  )`,
  `create unlogged table usage_sample (
    environment_id uuid not null references environment,
    at timestamptz not null,
    elements jsonb not null check (jsonb_typeof(elements) = 'array'),
    primary key (environment_id, at)
  )`,
  `create index usage_sample_at on usage_sample (at)`,

  `create table step_time (
    id bigint generated always as identity primary key,
    kind text not null,
    milliseconds integer not null check (milliseconds >= 0)
  )`,
  `create index step_time_kind on step_time (kind, id)`,
];
