import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Checkpoints, environments that begin with one, whose they are, and what shall be done to them step by step. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table environment
    drop constraint environment_role_check,
    add check (role in ('dev', 'prod', 'student', 'rehearsal', 'checkpoint')),
    add column origins jsonb not null default '{}' check (jsonb_typeof(origins) = 'object')`,

  // A team has several owners, a numbered place has none.
  `create table environment_owner (
    environment_id uuid not null references environment,
    person_id uuid not null references person on delete cascade,
    primary key (environment_id, person_id)
  )`,
  `create index environment_owner_person on environment_owner (person_id)`,

  // Its disks are the instances of an environment of the role checkpoint, so they are owned, listed and deleted as all are.
  `create table checkpoint (
    id uuid primary key default gen_random_uuid(),
    assignment_id uuid not null references assignment,
    number integer not null check (number >= 1),
    environment_id uuid not null unique references environment,
    source_id uuid not null references environment,
    reason text not null,
    note text not null default '',
    created_by text not null,
    state text not null default 'requested' check (state in ('requested', 'snapshotted', 'kept', 'failed')),
    pause_ms integer,
    taken_at timestamptz,
    usage jsonb not null default '[]' check (jsonb_typeof(usage) = 'array'),
    error text,
    created_at timestamptz not null default now(),
    unique (assignment_id, number)
  )`,
  `create index checkpoint_source on checkpoint (source_id)`,

  `create table task (
    id uuid primary key default gen_random_uuid(),
    environment_id uuid not null references environment,
    kind text not null,
    change jsonb not null check (jsonb_typeof(change) = 'object'),
    keep_first text,
    checkpoint_id uuid references checkpoint,
    generation integer,
    state text not null default 'waiting'
      check (state in ('waiting', 'keeping', 'applying', 'done', 'failed', 'cancelled')),
    error text,
    requested_by text not null,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz
  )`,
  `create index task_environment on task (environment_id, created_at)`,
  `create index task_unfinished on task (created_at) where ended_at is null`,
];
