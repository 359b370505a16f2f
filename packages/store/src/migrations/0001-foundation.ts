import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Assignments, environments, the ledger and what the engine and the server tell each other. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table installation (
    singleton boolean primary key default true check (singleton),
    id uuid not null default gen_random_uuid()
  )`,
  `insert into installation default values`,

  `create table assignment (
    id uuid primary key default gen_random_uuid(),
    name text not null check (name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    type text,
    parameters jsonb not null check (jsonb_typeof(parameters) = 'object'),
    created_at timestamptz not null default now(),
    removed_at timestamptz
  )`,
  `create unique index assignment_name on assignment (name) where removed_at is null`,

  `create table environment (
    id uuid primary key default gen_random_uuid(),
    key text not null constraint environment_key unique check (key ~ '^[a-z][a-z0-9]{6}$'),
    assignment_id uuid not null references assignment,
    role text not null check (role in ('dev', 'prod', 'student', 'rehearsal')),
    name text not null check (name <> ''),
    wanted text not null check (wanted in ('running', 'stopped', 'absent')),
    blueprint text not null,
    generation integer not null default 1 check (generation >= 1),
    settled_generation integer not null default 0,
    uplink_index integer not null check (uplink_index >= 2),
    status jsonb not null check (jsonb_typeof(status) = 'object'),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    removed_at timestamptz,
    check (settled_generation between 0 and generation),
    check (removed_at is null or wanted = 'absent')
  )`,
  `create unique index environment_name on environment (assignment_id, name) where removed_at is null`,
  `create unique index environment_uplink on environment (uplink_index) where removed_at is null`,

  `create table ledger_row (
    id bigint generated always as identity primary key,
    environment_id uuid not null references environment,
    kind text not null check (kind in ('bridge', 'egress', 'instance')),
    name text not null check (name <> ''),
    requested_at timestamptz not null default now(),
    seen_at timestamptz,
    gone_at timestamptz
  )`,
  `create unique index ledger_row_open on ledger_row (kind, name) where gone_at is null`,
  `create index ledger_row_environment on ledger_row (environment_id)`,

  `create table log_line (
    id bigint generated always as identity primary key,
    environment_id uuid not null references environment,
    at timestamptz not null default clock_timestamp(),
    level text not null check (level in ('info', 'warning', 'error')),
    element text,
    message text not null
  )`,
  `create index log_line_environment on log_line (environment_id, id)`,

  `create table sweep (
    id bigint generated always as identity primary key,
    remove boolean not null,
    requested_at timestamptz not null default now(),
    finished_at timestamptz,
    orphans jsonb not null default '[]' check (jsonb_typeof(orphans) = 'array'),
    error text
  )`,

  `create table host_observation (
    singleton boolean primary key default true check (singleton),
    observation jsonb not null,
    at timestamptz not null default now()
  )`,

  `create table admin_token (
    singleton boolean primary key default true check (singleton),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    saved_at timestamptz not null default now()
  )`,
];
