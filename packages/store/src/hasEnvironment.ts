import type { Database } from './connection/createDatabase.ts';
import type { AssignmentId } from './store.ts';

/** Whether anything of an assignment is not removed. */
export async function hasEnvironment(transaction: Database, id: AssignmentId): Promise<boolean> {
  const row = await transaction
    .selectFrom('environment')
    .select('id')
    .where('assignmentId', '=', id)
    .where('removedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
