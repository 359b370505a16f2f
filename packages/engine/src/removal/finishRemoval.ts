import type { AssignmentId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

/** Goes on with the deletion of an assignment, or of its course, whose server was killed before all of it was said. */
export async function finishRemoval(
  id: AssignmentId,
  { store }: Pick<ReconcileDeps, 'store'>,
): Promise<void> {
  await store.beginRemoval(id);
  for (const { id: environmentId, assignmentId, wanted } of await store.listEnvironments()) {
    if (assignmentId !== id || wanted === 'absent') continue;
    await store.changeWanted(environmentId, { wanted: 'absent' });
  }
}
