import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Disks are copied within the pause, so there is no state between a snapshot and a kept checkpoint any more. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`update checkpoint set state = 'requested' where state = 'snapshotted'`.execute(
    database,
  );
  await sql`alter table checkpoint drop constraint checkpoint_state_check`.execute(database);
  await sql`
    alter table checkpoint add constraint checkpoint_state_check
    check (state in ('requested', 'kept', 'failed'))
  `.execute(database);
}
