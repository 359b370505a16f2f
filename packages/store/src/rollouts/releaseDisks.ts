import { parseEnvironmentKey } from '@labcast/domain';
import type { ElementUsage } from '@labcast/domain';
import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { ReleaseDisks } from '../rolloutStore.ts';
import type { AssignmentId } from '../store.ts';

interface Row {
  readonly number: number;
  readonly key: string;
  readonly blueprint: string;
  readonly usage: readonly ElementUsage[];
  readonly createdAt: Date;
}

/** The releases of an assignment with the disks that they consist of, newest first. */
export async function listReleaseDisks(
  database: Database,
  assignmentId: AssignmentId,
): Promise<ReleaseDisks[]> {
  const { rows: tables } = await sql<{ found: string | null }>`
    select to_regclass('release')::text as found`.execute(database);
  if (!tables[0]?.found) return [];
  const { rows } = await sql<Row>`
    select release.number, environment.key, environment.blueprint, checkpoint.usage,
      release.created_at as "createdAt"
    from release
      join checkpoint on checkpoint.id = release.checkpoint_id
      join environment on environment.id = checkpoint.environment_id
    where release.assignment_id = ${assignmentId}::uuid
    order by release.number desc`.execute(database);
  return rows.map((row) => ({ ...row, key: parseEnvironmentKey(row.key) }));
}
