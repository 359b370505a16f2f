import { parseEnvironmentKey } from '@labcast/domain';
import type { Database } from '../connection/createDatabase.ts';
import type { ReleaseDisks } from '../rolloutStore.ts';
import type { AssignmentId } from '../store.ts';

/** The releases of an assignment with the disks that they consist of, newest first. */
export async function listReleaseDisks(
  database: Database,
  assignmentId: AssignmentId,
): Promise<ReleaseDisks[]> {
  const rows = await database
    .selectFrom('release')
    .innerJoin('checkpoint', 'checkpoint.id', 'release.checkpointId')
    .innerJoin('environment', 'environment.id', 'checkpoint.environmentId')
    .select([
      'release.number',
      'environment.key',
      'environment.blueprint',
      'checkpoint.usage',
      'release.createdAt',
    ])
    .where('release.assignmentId', '=', assignmentId)
    .orderBy('release.number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, key: parseEnvironmentKey(row.key) }));
}
