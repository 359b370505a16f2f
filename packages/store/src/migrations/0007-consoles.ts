import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Who looks at which console, and who may see the page of an app on its own origin. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const sha256 = "~ '^[0-9a-f]{64}$'";

const statements = [
  // A ticket becomes a visit when it is exchanged for a cookie, once.
  `create table app_visit (
    ticket_hash text primary key check (ticket_hash ${sha256}),
    cookie_hash text constraint app_visit_cookie unique check (cookie_hash ${sha256}),
    environment_id uuid not null references environment,
    element text not null,
    port integer not null check (port between 1 and 65535),
    means text not null check (means in ('session', 'token', 'admin-token')),
    credential_hash text not null check (credential_hash ${sha256}),
    platform_origin text not null,
    created_at timestamptz not null default now(),
    check (cookie_hash is distinct from ticket_hash)
  )`,
  `create index app_visit_created on app_visit (created_at)`,

  `create table console_viewer (
    id uuid primary key default gen_random_uuid(),
    environment_id uuid not null references environment,
    element text not null,
    console text not null,
    mode text not null check (mode in ('control', 'view')),
    person_name text not null,
    since timestamptz not null default now(),
    seen_at timestamptz not null default now()
  )`,
  `create index console_viewer_environment on console_viewer (environment_id)`,
];
