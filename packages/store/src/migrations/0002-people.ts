import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** People, how they sign in, their courses, and the audit of what they changed. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const sha256 = "~ '^[0-9a-f]{64}$'";

const statements = [
  `create table person (
    id uuid primary key default gen_random_uuid(),
    login text not null constraint person_login unique check (login <> ''),
    name text not null check (name <> ''),
    email text,
    password_hash text not null check (password_hash like '$argon2id$%'),
    is_administrator boolean not null default false,
    created_at timestamptz not null default now()
  )`,

  `create table session (
    hash text primary key check (hash ${sha256}),
    person_id uuid not null references person on delete cascade,
    address text not null,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    ended_at timestamptz
  )`,
  `create index session_person on session (person_id)`,

  `create table api_token (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references person on delete cascade,
    name text not null check (name <> ''),
    hash text not null unique check (hash ${sha256}),
    scopes text[] not null check (scopes <@ array['read', 'write', 'admin'] and cardinality(scopes) > 0),
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz
  )`,
  `create index api_token_person on api_token (person_id)`,

  `create table setup_link (
    hash text primary key check (hash ${sha256}),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`,

  // Logins as their SHA-256: what is typed there by mistake may be a password.
  `create table sign_in_attempt (
    id bigint generated always as identity primary key,
    login text not null check (login ${sha256}),
    address text not null,
    at timestamptz not null default now()
  )`,
  `create index sign_in_attempt_login on sign_in_attempt (login, at)`,
  `create index sign_in_attempt_address on sign_in_attempt (address, at)`,

  `create table course (
    id uuid primary key default gen_random_uuid(),
    code text not null constraint course_code unique check (code ~ '^[a-z0-9]{4}$'),
    name text not null check (name <> ''),
    created_at timestamptz not null default now(),
    archived_at timestamptz,
    removed_at timestamptz
  )`,
  `create table membership (
    course_id uuid not null references course,
    person_id uuid not null references person on delete cascade,
    role text not null check (role in ('instructor', 'assistant', 'student')),
    since timestamptz not null default now(),
    primary key (course_id, person_id)
  )`,
  `create index membership_person on membership (person_id)`,

  `alter table assignment
    add column course_id uuid references course,
    add column code text constraint assignment_code unique check (code ~ '^[a-z0-9]{4}$'),
    add column title text check (title <> ''),
    add column draft text,
    add check ((course_id is null) = (title is null) and (course_id is null) = (code is null))`,
  `create index assignment_course on assignment (course_id)`,

  // People are told by text: what somebody did stays when the person is gone.
  `create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    person_id uuid,
    actor text not null,
    means text not null check (means in ('session', 'token', 'admin-token', 'sign-in', 'setup-link')),
    action text not null,
    target text not null,
    status integer not null,
    address text not null
  )`,
];
