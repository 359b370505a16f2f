import { LabcastError, originsOf } from '@labcast/domain';
import type { Blueprint } from '@labcast/domain';
import type { Assignment, Environment, Store, Task } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import { admission } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { findEnvironmentEver, findLiveEnvironment } from '../findEnvironment.ts';
import { parseLab } from '../labs.ts';
import { findKeptCheckpoint } from '../pipeline/findCheckpoint.ts';
import { requireElement } from '../requireElement.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';
import { taskView, toTaskView } from '../schemas/task.ts';
import type { TaskView } from '../schemas/task.ts';

const base = '/assignments/:assignment/environments/:environment';

/** Changes of one environment that keep what is there before anything of it is lost. */
export function taskRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      `${base}/restore`,
      {
        config: { access: 'environment:change' },
        schema: {
          operationId: 'restore',
          summary: 'Brings an environment back to a checkpoint; takes one of what is there before',
          params: environmentParameters,
          body: z.strictObject({ checkpoint: z.number().int().min(1) }),
          response: { 202: taskView, ...refusals },
        },
      },
      async (request, reply) => {
        const task = await restore(deps, assignmentOf(request), {
          name: request.params.environment,
          number: request.body.checkpoint,
          requestedBy: nameOf(request.identity),
        });
        return reply.code(202).send(toTaskView(task));
      },
    );

    app.post(
      `${base}/reset`,
      {
        config: { access: 'environment:reset' },
        schema: {
          operationId: 'reset',
          summary: 'Makes elements anew, from where they came; takes a checkpoint before',
          params: environmentParameters,
          body: z.strictObject({
            elements: z.array(z.string()).optional().describe('All of them by default.'),
          }),
          response: { 202: taskView, ...refusals },
        },
      },
      async (request, reply) => {
        const name = request.params.environment;
        const environment = await findLiveEnvironment(store, assignmentOf(request), name);
        refuseWhileFrozen(environment);
        const task = await store.createTask({
          environmentId: environment.id,
          kind: 'reset',
          change: { resets: elementsToReset(environment, request.body.elements) },
          ...(hasSomething(environment) && { keepFirst: 'before-reset' }),
          requestedBy: nameOf(request.identity),
        });
        return reply.code(202).send(toTaskView(task));
      },
    );

    app.get(
      `${base}/tasks`,
      {
        config: { access: 'environment:view' },
        schema: {
          operationId: 'listTasks',
          summary: 'What was done to an environment step by step, newest first',
          params: environmentParameters,
          response: {
            200: z.object({ tasks: z.array(taskView) }).meta({ id: 'Tasks' }),
            ...refusals,
          },
        },
      },
      async (request) => {
        const name = request.params.environment;
        const { id } = await findEnvironmentEver(store, assignmentOf(request), name);
        return { tasks: await describeTasks(store, await store.listTasks(id)) };
      },
    );
  };
}

async function restore(
  deps: RouteDeps,
  assignment: Assignment,
  { name, number, requestedBy }: { name: string; number: number; requestedBy: string },
): Promise<Task> {
  const { store } = deps;
  const environment = await findLiveEnvironment(store, assignment, name);
  refuseWhileFrozen(environment);
  const checkpoint = await findKeptCheckpoint(store, assignment, number);
  const { blueprint: text } = checkpoint;
  const blueprint = parseLab(text);
  await refuseWithoutRoom(deps, environment, blueprint);
  return store.createTask({
    environmentId: environment.id,
    kind: 'restore',
    change: {
      wanted: 'running',
      blueprint: text,
      origins: originsOf(blueprint, checkpoint.key, checkpoint.usage),
      resets: machinesOf(blueprint),
    },
    ...(hasSomething(environment) && { keepFirst: 'before-restore' }),
    requestedBy,
  });
}

/** Also for those who teach: what was frozen is the proof of what was there at the deadline. */
function refuseWhileFrozen({ frozenAt, assignmentName, name }: Environment): void {
  if (!frozenAt) return;
  throw new LabcastError('environment-frozen', `${assignmentName}/${name} is frozen.`, {
    remedy: `Open a copy of it, or give it more time first: labcast extend ${assignmentName}/${name} 30`,
  });
}

/** With the numbers of their checkpoints. */
async function describeTasks(
  store: Pick<Store, 'getCheckpoint'>,
  tasks: readonly Task[],
): Promise<TaskView[]> {
  return Promise.all(
    tasks.map(async (task) => {
      const { checkpointId } = task;
      if (checkpointId === undefined) return toTaskView(task);
      return toTaskView(task, (await store.getCheckpoint(checkpointId)).number);
    }),
  );
}

/** Everything that has a disk. */
export function machinesOf({ elements }: Pick<Blueprint, 'elements'>): string[] {
  return Object.keys(elements).filter((name) => elements[name]?.kind !== 'app');
}

/** Without a machine there is nothing to keep, and a checkpoint would fail. */
export function hasSomething({ status }: Environment): boolean {
  return status.elements.some(({ kind, instances }) => kind !== 'gateway' && instances.length > 0);
}

/** An app is made anew with its cluster. */
function elementsToReset(environment: Environment, asked: readonly string[] | undefined): string[] {
  const blueprint = parseLab(environment.blueprint);
  const names = asked ?? machinesOf(blueprint);
  const elements = names.map((name) => {
    const element = requireElement(blueprint, name);
    return element.kind === 'app' ? element.on : name;
  });
  if (elements.length > 0) return [...new Set(elements)];
  throw new LabcastError('request-invalid', 'There is no element that could be made anew.', {
    remedy: 'Name an element, or add one to the lab.',
  });
}

async function refuseWithoutRoom(
  deps: RouteDeps,
  environment: Environment,
  blueprint: Blueprint,
): Promise<void> {
  const admit = await admission(deps, blueprint, environment.blueprint);
  const labs = await deps.store.listLabs();
  admit(labs.filter(({ id }) => id !== environment.id));
}
