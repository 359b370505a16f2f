import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** What checks found in the environments of students, and who asks for help. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table check_result (
    id bigint generated always as identity primary key,
    environment_id uuid not null references environment,
    name text not null,
    element text not null,
    passed boolean not null,
    at timestamptz not null,
    exit_code integer,
    output text not null,
    expected text not null,
    milliseconds integer not null,
    asked_by text not null
  )`,
  `create index check_result_environment on check_result (environment_id, name, id)`,

  `create table help_request (
    environment_id uuid primary key references environment,
    message text not null,
    asked_by text not null,
    since timestamptz not null default now()
  )`,
];
