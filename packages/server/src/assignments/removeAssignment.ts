import type { Assignment, Environment, Store } from '@labcast/store';

/** Everything of it is wanted gone; what is gone already stays as it is. */
export async function removeAssignment(
  store: Store,
  { id, name }: Pick<Assignment, 'id' | 'name'>,
): Promise<Environment[]> {
  // First, so that what is made in it at this moment is there when it is looked for, and nothing comes after.
  await store.beginRemoval(id);
  const ever = await store.listEnvironmentsEver(name);
  const mine = ever.filter((environment) => environment.assignmentId === id);
  return Promise.all(mine.map((environment) => wantAbsent(store, environment)));
}

/** One environment with the checkpoints that were taken of it, and the copy in which its frozen work was looked at. */
export async function removeEnvironment(store: Store, environment: Environment): Promise<void> {
  const { assignmentId, assignmentName, name } = environment;
  const frozen = await store.findEnvironment(assignmentName, frozenCopyName(name));
  if (frozen?.role === 'rehearsal' && frozen.assignmentId === assignmentId)
    await wantAbsent(store, frozen);
  // First, so that no checkpoint of it is begun any more when they are looked for.
  await wantAbsent(store, environment);
  for (const { sourceId, environmentId } of await store.listCheckpoints(assignmentId)) {
    if (sourceId !== environment.id) continue;
    await wantAbsent(store, await store.getEnvironment(environmentId));
  }
}

/** What the copy of a frozen lab is called. */
export function frozenCopyName(name: string): string {
  return `${name}-frozen`;
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
