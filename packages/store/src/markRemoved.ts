import type { EnvironmentStatus } from '@labcast/domain';
import { sql } from 'kysely';
import { asJson } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { hasEnvironment } from './hasEnvironment.ts';
import { notify } from './notify.ts';
import type { AssignmentId, EnvironmentId } from './store.ts';
import { momentOfChange } from './momentOfChange.ts';

/** Ends an environment, and its assignment when it was the last one of it. Once more is harmless. */
export async function markRemoved(
  database: Database,
  id: EnvironmentId,
  status: EnvironmentStatus,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { assignmentId } = await transaction
      .selectFrom('environment')
      .select('assignmentId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    // Two last environments of one assignment that end at once: the second has to see the first.
    await transaction
      .selectFrom('assignment')
      .select('id')
      .where('id', '=', assignmentId)
      .forUpdate()
      .execute();
    await transaction
      .updateTable('environment')
      .set({
        wanted: 'absent',
        status: asJson(status),
        settledGeneration: (row) => row.ref('generation'),
        updatedAt: momentOfChange,
        removedAt: sql<Date>`now()`,
      })
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .execute();
    await endEmptyAssignment(transaction, assignmentId);
    await notify(transaction, { environmentId: id, what: 'seen' });
  });
}

async function endEmptyAssignment(transaction: Database, id: AssignmentId): Promise<void> {
  if (await hasEnvironment(transaction, id)) return;
  await transaction
    .updateTable('assignment')
    .set({ removedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .execute();
}
