import type { Assignment, Environment, Store } from '@labcast/store';

/** Everything of it is wanted gone; what is gone already stays as it is. */
export async function removeAssignment(
  store: Store,
  { id, name }: Pick<Assignment, 'id' | 'name'>,
): Promise<Environment[]> {
  // First, so that one that gets its first environment at this moment has it when it is looked for.
  await store.removeEmptyAssignment(id);
  const ever = await store.listEnvironmentsEver(name);
  const mine = ever.filter((environment) => environment.assignmentId === id);
  return Promise.all(mine.map((environment) => wantAbsent(store, environment)));
}

/** One environment with the checkpoints that were taken of it. */
export async function removeEnvironment(store: Store, environment: Environment): Promise<void> {
  const checkpoints = await store.listCheckpoints(environment.assignmentId);
  for (const { sourceId, environmentId } of checkpoints) {
    if (sourceId !== environment.id) continue;
    await wantAbsent(store, await store.getEnvironment(environmentId));
  }
  await wantAbsent(store, environment);
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
