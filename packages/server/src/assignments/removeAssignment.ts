import type { Environment, Store } from '@labcast/store';
import { assignmentNotFound } from '../findEnvironment.ts';

/**
 * Everything of the newest assignment of that name is wanted gone; what is gone already stays as it is. Throws
 * `assignment-not-found` for a name that never was.
 */
export async function removeAssignment(store: Store, name: string): Promise<Environment[]> {
  const ever = await store.listEnvironmentsEver(name);
  const [newest] = ever;
  if (!newest) throw assignmentNotFound(name);
  const mine = ever.filter((environment) => environment.assignmentId === newest.assignmentId);
  return Promise.all(mine.map((environment) => wantAbsent(store, environment)));
}

async function wantAbsent(store: Store, environment: Environment): Promise<Environment> {
  // Asked for again after a failure, it means: try again.
  const isUnderWay = environment.wanted === 'absent' && environment.status.state !== 'failed';
  if (environment.removedAt || isUnderWay) return environment;
  try {
    return await store.changeWanted(environment.id, { wanted: 'absent' });
  } catch (error) {
    const now = await store.getEnvironment(environment.id);
    if (now.removedAt) return now;
    throw error;
  }
}
