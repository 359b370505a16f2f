import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Disks that people upload. A row stands in for a ledger's: `staged` until its instance was seen to be gone. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table disk_upload (
    id uuid primary key default gen_random_uuid(),
    name text not null check (name ~ '^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$'),
    owner_id uuid references person on delete set null,
    owner_name text not null,
    size_bytes bigint not null check (size_bytes > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
    state text not null default 'receiving'
      check (state in ('receiving', 'checking', 'ready', 'failed', 'removing')),
    error text,
    format text,
    disk_bytes bigint,
    staged boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    removed_at timestamptz,
    check (removed_at is null or not staged),
    check ((state = 'failed') = (error is not null) or state = 'removing'),
    check (state <> 'ready' or disk_bytes is not null)
  )`,
  `create unique index disk_upload_name on disk_upload (name)
    where state in ('receiving', 'checking', 'ready')`,
];
