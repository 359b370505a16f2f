import { isEqual, originsOf } from '@labcast/domain';
import type { TaskChange, Environment, Task } from '@labcast/store';
import { parseCheckpoint } from '../parseCheckpoint.ts';
import { until } from '../runContext.ts';
import type { RunContext, StageEnd } from '../runContext.ts';

/** Makes prod a copy of the checkpoint, after a checkpoint of what prod was, and then the release. */
export async function promote(context: RunContext): Promise<StageEnd> {
  const { run, deps, save, log } = context;
  const change = changeOf(context);
  await save({ message: 'Makes prod a copy of the checkpoint.' });
  const prod = await findProd(context);
  const isNew = !prod || (await isOurs(prod, context, change));
  const trouble = isNew
    ? await makeProd(prod, context, change)
    : await changeProd(prod, context, change);
  if (trouble !== undefined) return { state: 'failed', message: trouble };
  const { number } = await deps.store.createRelease(run.id);
  const name = `r${String(number)}`;
  await log({ message: `Checkpoint c${String(run.checkpointNumber)} is release ${name}.` });
  return { state: 'passed', message: `Release ${name}.` };
}

type ProdChange = Required<Pick<TaskChange, 'blueprint' | 'origins' | 'resets'>>;

function changeOf({ checkpoint }: RunContext): ProdChange {
  const blueprint = parseCheckpoint(checkpoint);
  const machines = Object.entries(blueprint.elements).filter(([, { kind }]) => kind !== 'app');
  return {
    blueprint: checkpoint.blueprint,
    origins: originsOf(blueprint, checkpoint.key, checkpoint.usage),
    // What was done in prod since then goes too: it is kept by its checkpoint.
    resets: machines.map(([name]) => name),
  };
}

async function findProd({ run, deps, checkpoint }: RunContext): Promise<Environment | undefined> {
  const { assignmentName } = await deps.store.getEnvironment(checkpoint.environmentId);
  const prod = await deps.store.findEnvironment(assignmentName, 'prod');
  return prod?.assignmentId === run.assignmentId ? prod : undefined;
}

/** Made by this stage before it was broken off. */
async function isOurs(
  { id, createdAt, origins }: Environment,
  { stage, deps }: RunContext,
  change: ProdChange,
): Promise<boolean> {
  const isSince = createdAt.getTime() >= Date.parse(stage().startedAt ?? '');
  return (
    isSince && isEqual(origins, change.origins) && (await deps.store.listTasks(id)).length === 0
  );
}

async function makeProd(
  prod: Environment | undefined,
  context: RunContext,
  { blueprint, origins }: ProdChange,
): Promise<string | undefined> {
  const { run, deps } = context;
  const [made] = prod
    ? [prod]
    : await deps.store.createEnvironments([
        {
          assignmentId: run.assignmentId,
          role: 'prod',
          name: 'prod',
          wanted: 'running',
          blueprint,
          origins,
        },
      ]);
  if (!made) throw new Error('An environment that was made is not told.');
  const now = await until(context, async () => {
    const seen = await deps.store.getEnvironment(made.id);
    const isOver = seen.wanted === 'absent' || seen.status.state === 'failed';
    return isOver || seen.settledGeneration >= seen.generation ? seen : undefined;
  });
  if (now.wanted === 'absent') return 'Prod was deleted meanwhile.';
  if (now.status.state !== 'failed') return undefined;
  return `Prod could not be made: ${now.status.lastError?.message ?? 'nobody knows why.'}`;
}

/** By a task, which takes the checkpoint first. One that this stage began before it was broken off is met again. */
async function changeProd(
  prod: Environment,
  context: RunContext,
  change: ProdChange,
): Promise<string | undefined> {
  const { deps, run, log } = context;
  const { store } = deps;
  const { id } = (await findTask(prod, context)) ?? (await begin(prod, change));
  const task = await until(context, async () => {
    const now = await store.getTask(id);
    return now.endedAt ? now : undefined;
  });
  if (task.checkpointId !== undefined) {
    const { number } = await store.getCheckpoint(task.checkpointId);
    await log({ message: `What prod was before is checkpoint c${String(number)}.` });
  }
  return task.state === 'done' ? undefined : (task.error ?? `It was ${task.state}.`);

  function begin({ id: environmentId, status }: Environment, wanted: ProdChange): Promise<Task> {
    const hasSomething = status.elements.some(
      ({ kind, instances }) => kind !== 'gateway' && instances.length > 0,
    );
    return store.createTask({
      environmentId,
      kind: 'promote',
      change: { wanted: 'running', ...wanted },
      ...(hasSomething && { keepFirst: 'before-promote' }),
      requestedBy: run.approvedBy ?? run.requestedBy,
    });
  }
}

async function findTask(
  { id }: Environment,
  { deps, stage }: RunContext,
): Promise<Task | undefined> {
  const since = Date.parse(stage().startedAt ?? '');
  const tasks = await deps.store.listTasks(id);
  return tasks.find(({ kind, createdAt }) => kind === 'promote' && createdAt.getTime() >= since);
}
