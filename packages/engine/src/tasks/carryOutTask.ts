import {
  catalogueImages,
  keepWishes,
  LabcastError,
  parseBlueprint,
  wishReset,
} from '@labcast/domain';
import type { ElementWishes } from '@labcast/domain';
import type { Environment, Task, WantedChange } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

/** Brings a task one state further, if it can go there now. Only those that can are looked at: see `listTasksToCarryOn`. */
export async function carryOutTask(task: Task, deps: ReconcileDeps): Promise<void> {
  const environment = await deps.store.getEnvironment(task.environmentId);
  if (environment.removedAt ?? environment.wanted === 'absent')
    return deps.store.saveTask(task.id, {
      state: task.change.wanted === 'absent' ? 'done' : 'cancelled',
      error: 'The environment was deleted meanwhile.',
    });
  switch (task.state) {
    case 'waiting':
      return task.keepFirst ? beginToKeep(task, deps) : apply(task, deps);
    case 'keeping':
      return applyWhenKept(task, deps);
    case 'applying':
      return endWhenSettled(task, environment, deps);
    default:
      return undefined;
  }
}

async function beginToKeep(task: Task, { store }: ReconcileDeps): Promise<void> {
  const { environmentId, keepFirst, requestedBy } = task;
  if (!keepFirst) return;
  await store.createCheckpoint({
    sourceId: environmentId,
    reason: keepFirst,
    createdBy: requestedBy,
    forTask: task.id,
  });
}

async function applyWhenKept(task: Task, deps: ReconcileDeps): Promise<void> {
  if (task.checkpointId === undefined) return;
  const { state, error, number } = await deps.store.getCheckpoint(task.checkpointId);
  if (state === 'kept') return apply(task, deps);
  if (state !== 'failed') return;
  // Of a lab that was never opened there is nothing to keep.
  if (task.kind === 'freeze' && !(await hasMachines(task, deps))) return apply(task, deps);
  const reason = error ?? 'It could not be taken.';
  await deps.store.saveTask(task.id, {
    state: 'failed',
    error: `Nothing was changed, because checkpoint c${String(number)} of what is there failed: ${reason}`,
  });
}

async function hasMachines({ environmentId }: Task, { store }: ReconcileDeps): Promise<boolean> {
  const rows = await store.listLedger(environmentId);
  return rows.some(({ kind, seenAt }) => kind === 'instance' && seenAt !== undefined);
}

/** Twice is harmless: a reset has the task's name. */
async function apply(task: Task, { store }: ReconcileDeps): Promise<void> {
  const { resets = [], ifGeneration, keepBefore, dropBefore, ...change } = task.change;
  const { blueprint } = change;
  const wanted: WantedChange = {
    ...change,
    ...(blueprint !== undefined && { changedBy: task.requestedBy }),
    ...((keepBefore ?? dropBefore) && { beforeDisks: await beforeDisksAfter(task, store) }),
    ...((blueprint !== undefined || resets.length > 0) && {
      wishes: (before: ElementWishes) =>
        wishReset(withoutOthers(before, blueprint), resets, task.id),
    }),
  };
  try {
    const { generation } = await store.changeWanted(
      task.environmentId,
      wanted,
      undefined,
      ifGeneration,
    );
    await store.saveTask(task.id, { state: 'applying', generation });
  } catch (error) {
    if (!(error instanceof LabcastError) || error.code !== 'blueprint-changed') throw error;
    const present = await store.getEnvironment(task.environmentId);
    // It was this task that changed it, and that was killed before it could say so.
    if (present.blueprint === blueprint)
      return store.saveTask(task.id, { state: 'applying', generation: present.generation });
    await store.saveTask(task.id, { state: 'failed', error: error.message });
  }
}

/** Those that are attached stay so, until somebody drops them or an update has newer ones. */
async function beforeDisksAfter(
  { environmentId, checkpointId, change }: Task,
  store: ReconcileDeps['store'],
): Promise<Environment['beforeDisks']> {
  const { beforeDisks } = await store.getEnvironment(environmentId);
  const { resets = [], keepBefore = [], dropBefore = false } = change;
  const present = Object.entries(beforeDisks).filter(
    ([element]) => !(dropBefore && resets.includes(element)),
  );
  const key = checkpointId && (await store.getCheckpoint(checkpointId)).key;
  const added = key ? keepBefore.map((element) => [element, key] as const) : [];
  return Object.fromEntries([...present, ...added]);
}

/** Another element of the same name, made later, begins anew. */
function withoutOthers(wishes: ElementWishes, blueprint: string | undefined): ElementWishes {
  if (blueprint === undefined) return wishes;
  const parsed = parseBlueprint(blueprint, { file: 'lab.yaml', catalogue: catalogueImages });
  return 'blueprint' in parsed
    ? keepWishes(wishes, Object.keys(parsed.blueprint.elements))
    : wishes;
}

async function endWhenSettled(
  task: Task,
  { settledGeneration, status }: Environment,
  { store, now }: ReconcileDeps,
): Promise<void> {
  if (task.generation === undefined) return;
  if (settledGeneration >= task.generation) {
    // Before the task's end, so that nobody freezes it a second time.
    if (task.kind === 'freeze')
      await store.saveClassFields(task.environmentId, { frozenAt: now() });
    return store.saveTask(task.id, { state: 'done' });
  }
  if (status.state !== 'failed') return;
  await store.saveTask(task.id, {
    state: 'failed',
    error: status.lastError?.message ?? 'The lab could not be made as wanted.',
  });
}
