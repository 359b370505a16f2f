import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Runs of the pipeline with their logs, the releases that they made, and comparisons of disks. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table pipeline_run (
    id uuid primary key default gen_random_uuid(),
    assignment_id uuid not null references assignment,
    number integer not null check (number >= 1),
    checkpoint_id uuid not null references checkpoint,
    state text not null default 'queued'
      check (state in ('queued', 'running', 'waiting-approval', 'passed', 'failed', 'cancelled')),
    students integer not null check (students >= 1),
    copies integer not null check (copies >= 1),
    approve boolean not null,
    promote boolean not null,
    keep_failed_minutes integer not null default 0 check (keep_failed_minutes >= 0),
    note text not null default '',
    requested_by text not null,
    -- Counts how often it was begun; stages that passed in an earlier one count from first_attempt on.
    attempt integer not null default 1,
    first_attempt integer not null default 1,
    stages jsonb not null default '[]' check (jsonb_typeof(stages) = 'array'),
    approved_by text,
    cancelled_by text,
    resumed boolean not null default false,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz,
    unique (assignment_id, number)
  )`,
  `create index pipeline_run_unfinished on pipeline_run (created_at) where ended_at is null`,

  `create table run_log (
    id bigint generated always as identity primary key,
    run_id uuid not null references pipeline_run,
    at timestamptz not null default now(),
    stage text not null,
    attempt integer not null,
    copy integer,
    element text,
    level text not null check (level in ('info', 'warning', 'error')),
    message text not null
  )`,
  `create index run_log_run on run_log (run_id, id)`,

  `create table release (
    id uuid primary key default gen_random_uuid(),
    assignment_id uuid not null references assignment,
    number integer not null check (number >= 1),
    checkpoint_id uuid not null references checkpoint,
    run_id uuid not null unique references pipeline_run,
    note text not null default '',
    created_by text not null,
    created_at timestamptz not null default now(),
    unique (assignment_id, number)
  )`,

  // The throw-away environments of a rehearsal.
  `alter table environment add column run_id uuid references pipeline_run`,
  `create index environment_run on environment (run_id) where run_id is not null`,

  // Asked for by the server, answered by the engine, which alone reaches the disks.
  `create table comparison (
    id uuid primary key default gen_random_uuid(),
    before_key text not null,
    after_key text not null,
    elements jsonb not null check (jsonb_typeof(elements) = 'array'),
    result jsonb,
    error text,
    requested_at timestamptz not null default now(),
    finished_at timestamptz
  )`,
];
