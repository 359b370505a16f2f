import { setTimeout as sleep } from 'node:timers/promises';
import type { Origins } from '@labcast/domain';
import { catalogueImages, originsOf, parseBlueprint } from '@labcast/domain';
import { createStore } from '@labcast/store';
import type { Checkpoint, Environment, EnvironmentId, Store } from '@labcast/store';

/** Reading all environments takes CPU from what is measured; a page is told of them without asking. */
const pollMs = 250;

/** Asks through the database, as the server does, and lets the engine of the running Labcast do the work. */
export function openLabcastStore(): Store {
  const databaseUrl =
    process.env.DATABASE_URL ?? 'postgresql:///labcast?host=/run/labcast/postgres&user=labcast';
  return createStore({ databaseUrl });
}

/** Makes an assignment's dev environment and waits until it is ready. */
export async function makeDev(store: Store, name: string, blueprint: string): Promise<Environment> {
  const request = { name, parameters: {}, blueprint };
  const { environment } = await store.createAssignment(request, () => undefined);
  await untilReady(store, [environment.id]);
  return store.getEnvironment(environment.id);
}

/** A kept one; throws with its reason when it failed. */
export async function takeCheckpoint(store: Store, dev: Environment): Promise<Checkpoint> {
  const request = { sourceId: dev.id, reason: 'asked', createdBy: 'bench' } as const;
  const { id } = await store.createCheckpoint(request);
  for (;;) {
    const checkpoint = await store.getCheckpoint(id);
    if (checkpoint.state === 'kept') return checkpoint;
    if (checkpoint.state === 'failed') throw new Error(checkpoint.error);
    await sleep(50);
  }
}

export function originsIn({ blueprint, key }: Checkpoint): Origins {
  const parsed = parseBlueprint(blueprint, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return originsOf(parsed.blueprint, key);
}

/** A copy of the checkpoint for each student, all of them ready. */
export async function makeClass(
  store: Store,
  checkpoint: Checkpoint,
  students: number,
): Promise<Environment[]> {
  const requests = Array.from({ length: students }, (_, index) => ({
    assignmentId: checkpoint.assignmentId,
    role: 'student' as const,
    name: String(index + 1).padStart(2, '0'),
    wanted: 'running' as const,
    blueprint: checkpoint.blueprint,
    origins: originsIn(checkpoint),
  }));
  const made = await store.createEnvironments(requests);
  await untilReady(
    store,
    made.map(({ id }) => id),
  );
  return made;
}

/** Brings one element of everybody to a later checkpoint, with a checkpoint of each before. */
export async function updateClass(
  store: Store,
  labs: readonly Environment[],
  { to, element }: { to: Checkpoint; element: string },
): Promise<void> {
  const fresh = originsIn(to);
  const tasks = await Promise.all(
    labs.map(({ id, origins }) =>
      store.createTask({
        environmentId: id,
        kind: 'update',
        change: {
          blueprint: to.blueprint,
          // As a rollout: what the update leaves alone is not made anew.
          origins: { ...origins, ...(fresh[element] && { [element]: fresh[element] }) },
          resets: [element],
        },
        keepFirst: 'before-update',
        requestedBy: 'bench',
      }),
    ),
  );
  for (const { id } of tasks) {
    for (;;) {
      const { state, error } = await store.getTask(id);
      if (state === 'done') break;
      if (state === 'failed' || state === 'cancelled') throw new Error(error ?? state);
      await sleep(100);
    }
  }
}

/** Until nothing of them is left. */
export async function removeAll(store: Store, labs: readonly { id: EnvironmentId }[]) {
  await Promise.all(labs.map(({ id }) => store.changeWanted(id, { wanted: 'absent' })));
  const ids = new Set(labs.map(({ id }) => id));
  while ((await store.listEnvironments()).some(({ id }) => ids.has(id))) await sleep(pollMs);
}

async function untilReady(store: Store, ids: readonly EnvironmentId[]): Promise<void> {
  const waiting = new Set(ids);
  for (;;) {
    for (const { id, status, generation, settledGeneration } of await store.listEnvironments()) {
      if (status.state === 'failed' && waiting.has(id))
        throw new Error(status.lastError?.message ?? 'A lab was given up.');
      if (status.state === 'ready' && generation === settledGeneration) waiting.delete(id);
    }
    if (waiting.size === 0) return;
    await sleep(pollMs);
  }
}
