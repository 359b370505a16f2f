import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Rollouts with what becomes of each environment, and the rules of a class: deadline, idle stop, exam. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `alter table assignment
    add column deadline timestamptz,
    add column idle_minutes integer check (idle_minutes between 1 and 10080),
    add column exam jsonb check (jsonb_typeof(exam) = 'object')`,

  `alter table environment
    add column release_number integer,
    add column section text,
    add column team text,
    add column extra_minutes integer not null default 0,
    add column frozen_at timestamptz,
    add column last_seen_at timestamptz,
    add column woken_at timestamptz not null default now(),
    add column sealed boolean not null default false,
    add column before_disks jsonb not null default '{}' check (jsonb_typeof(before_disks) = 'object')`,

  `create table rollout (
    id uuid primary key default gen_random_uuid(),
    assignment_id uuid not null references assignment,
    number integer not null check (number >= 1),
    kind text not null check (kind in ('deploy', 'update', 'roll-back')),
    release_number integer not null,
    state text not null default 'waiting'
      check (state in ('waiting', 'canary', 'running', 'paused', 'done', 'cancelled', 'failed')),
    canary boolean not null,
    at_first_open boolean not null default false,
    starts_at timestamptz,
    choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
    script text,
    error text,
    requested_by text not null,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz,
    unique (assignment_id, number)
  )`,
  `create index rollout_unfinished on rollout (created_at) where ended_at is null`,

  `create table rollout_target (
    rollout_id uuid not null references rollout,
    environment_id uuid not null references environment,
    position integer not null,
    state text not null default 'waiting'
      check (state in ('waiting', 'starting', 'ready', 'failed', 'kept', 'cancelled')),
    outcome text,
    elements jsonb not null default '[]' check (jsonb_typeof(elements) = 'array'),
    from_release integer,
    task_id uuid references task,
    attempts integer not null default 0,
    error text,
    cause text,
    started_at timestamptz,
    ready_at timestamptz,
    retry_at timestamptz,
    primary key (rollout_id, environment_id)
  )`,
  `create index rollout_target_environment on rollout_target (environment_id)`,

  // Asked for by the server, answered by the engine, which alone can look at disks.
  `create table rollout_plan (
    id uuid primary key default gen_random_uuid(),
    assignment_id uuid not null references assignment,
    request jsonb not null check (jsonb_typeof(request) = 'object'),
    targets jsonb check (jsonb_typeof(targets) = 'array'),
    error text,
    requested_at timestamptz not null default now(),
    finished_at timestamptz
  )`,

  `create table class_message (
    id uuid primary key default gen_random_uuid(),
    environment_id uuid not null references environment,
    text text not null,
    sent_by text not null,
    at timestamptz not null default now()
  )`,
  `create index class_message_environment on class_message (environment_id, at)`,
];
