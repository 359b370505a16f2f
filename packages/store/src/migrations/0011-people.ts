import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Sections, teams and numbers; people without a password yet; and the two ways to come into a course by a link. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const sha256 = "~ '^[0-9a-f]{64}$'";

const statements = [
  // Whoever has none cannot sign in: a link that the course hands out lets them set one.
  `alter table person
    alter column password_hash drop not null,
    add column made_by_course uuid references course`,

  `alter table membership
    add column section text check (section <> ''),
    add column team text check (team <> ''),
    add column student_number text check (student_number <> ''),
    add constraint membership_number unique (course_id, student_number) deferrable initially immediate`,

  `create table invitation (
    person_id uuid primary key references person on delete cascade,
    hash text not null unique check (hash ${sha256}),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,

  `create table join_code (
    id uuid primary key default gen_random_uuid(),
    course_id uuid not null references course,
    hash text not null unique check (hash ${sha256}),
    section text check (section <> ''),
    most_uses integer check (most_uses >= 1),
    uses integer not null default 0,
    created_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  `create index join_code_course on join_code (course_id, created_at)`,

  `alter table audit_entry
    drop constraint audit_entry_means_check,
    add check (means in
      ('session', 'token', 'admin-token', 'sign-in', 'setup-link', 'invitation', 'join-code'))`,
];
