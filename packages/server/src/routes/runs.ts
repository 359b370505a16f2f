import { LabcastError, mostStudents, stageNames } from '@labcast/domain';
import type { Run, Store } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { findCheckpoint, findRun } from '../pipeline/findCheckpoint.ts';
import { assignmentParameters, numberParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';
import { runLogLine, runView, toRunLogLine, toRunView } from '../schemas/run.ts';
import type { RunView } from '../schemas/run.ts';

const base = '/assignments/:assignment/runs';
/** That are shown, and of which usual times are made. */
export const mostRuns = 30;
const mostCopies = 8;

const newRun = z
  .strictObject({
    checkpoint: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('Its number. By default one of dev is taken first.'),
    students: z
      .number()
      .int()
      .min(1)
      .max(mostStudents)
      .default(30)
      .describe('How many the class has.'),
    copies: z
      .number()
      .int()
      .min(1)
      .max(mostCopies)
      .default(1)
      .describe('How many are rehearsed side by side.'),
    approve: z.boolean().default(false).describe('Wait for somebody before it is promoted.'),
    promote: z.boolean().default(true).describe('False: prove the checkpoint and no more.'),
    keepFailedMinutes: z
      .number()
      .int()
      .min(0)
      .max(240)
      .default(0)
      .describe('How long a copy that failed stays.'),
    note: z.string().max(200).default(''),
  })
  .meta({ id: 'RunRequest' });

/** Runs of the pipeline, and what happened in them. */
export function runRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      `${base}/:number`,
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getRun',
          summary: 'One run, with its stages',
          params: numberParameters,
          response: { 200: runView, ...refusals },
        },
      },
      async (request) =>
        describe(store, await findRun(store, assignmentOf(request), request.params.number)),
    );

    app.get(
      `${base}/:number/log`,
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getRunLog',
          summary: 'What happened in a run, oldest first, at most 2000 lines at once',
          params: numberParameters,
          querystring: z.object({
            after: z
              .string()
              .regex(/^\d{1,18}$/, 'This is the id of a log line.')
              .optional(),
            stage: z.enum(stageNames).optional(),
            attempt: z.coerce.number().int().min(1).optional(),
          }),
          response: {
            200: z.object({ lines: z.array(runLogLine) }).meta({ id: 'RunLog' }),
            ...refusals,
          },
        },
      },
      async (request) => {
        const { id } = await findRun(store, assignmentOf(request), request.params.number);
        const { after, stage, attempt } = request.query;
        const lines = await store.listRunLog(id, {
          ...(after !== undefined && { after }),
          ...(stage !== undefined && { stage }),
          ...(attempt !== undefined && { attempt }),
        });
        return { lines: lines.map(toRunLogLine) };
      },
    );
  };
}

/** A new run. It is stored and nothing else: the engine carries it out, also after a crash. */
export function newRunRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      base,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'startRun',
          summary: 'Sends a checkpoint through the pipeline',
          params: assignmentParameters,
          body: newRun,
          response: { 202: runView, ...refusals },
        },
      },
      async (request, reply) => {
        const assignment = assignmentOf(request);
        const { checkpoint: number, ...options } = request.body;
        const dev = await findLiveEnvironment(store, assignment, 'dev');
        const checkpoint =
          number === undefined ? undefined : await findCheckpoint(store, assignment, number);
        if (checkpoint && (checkpoint.isGoing || checkpoint.state === 'failed'))
          throw new LabcastError(
            'checkpoint-not-found',
            `Checkpoint c${String(checkpoint.number)} is not there any more.`,
            { remedy: 'Choose another one, or take a new one.' },
          );
        const run = await store.createRun({
          ...options,
          assignmentId: assignment.id,
          devId: dev.id,
          ...(checkpoint && { checkpointId: checkpoint.id }),
          requestedBy: nameOf(request.identity),
        });
        request.auditTarget = `${assignment.name}/run-${String(run.number)}`;
        return reply.code(202).send(await describe(store, run));
      },
    );
  };
}

/** What people do to a run that is there. */
export function runActionRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      `${base}/:number/cancel`,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'cancelRun',
          summary: 'Ends a run and removes what it made; may be repeated',
          params: numberParameters,
          response: { 202: runView, ...refusals },
        },
      },
      async (request, reply) => {
        const assignment = assignmentOf(request);
        const { id } = await findRun(store, assignment, request.params.number);
        await store.cancelRun(id, nameOf(request.identity));
        return reply.code(202).send(await describe(store, await store.getRun(id)));
      },
    );

    app.post(
      `${base}/:number/approve`,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'approveRun',
          summary: 'Lets a run that waits for it promote',
          params: numberParameters,
          body: z.strictObject({ note: z.string().max(200).optional() }).optional(),
          response: { 202: runView, ...refusals },
        },
      },
      async (request, reply) => {
        const run = await findRun(store, assignmentOf(request), request.params.number);
        const by = nameOf(request.identity);
        if (!(await store.approveRun(run.id, by, request.body?.note)))
          throw refusal(run, 'does not wait for an approval', 'See how far it is.');
        return reply.code(202).send(await describe(store, await store.getRun(run.id)));
      },
    );

    app.post(
      `${base}/:number/again`,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'repeatRun',
          summary: 'Begins a run that failed or was cancelled again',
          params: numberParameters,
          body: z
            .strictObject({
              from: z
                .enum(['failed', 'start'])
                .default('failed')
                .describe('What passed before is not done again, or all of it is.'),
            })
            .optional(),
          response: { 202: runView, ...refusals },
        },
      },
      async (request, reply) => {
        const run = await findRun(store, assignmentOf(request), request.params.number);
        if (!(await store.repeatRun(run.id, request.body?.from ?? 'failed')))
          throw refusal(run, 'did not fail', 'Start a new one.');
        return reply.code(202).send(await describe(store, await store.getRun(run.id)));
      },
    );
  };
}

async function describe(store: Pick<Store, 'listRuns'>, run: Run): Promise<RunView> {
  return toRunView(run, await store.listRuns(run.assignmentId, mostRuns));
}

function refusal({ number, state }: Run, why: string, remedy: string): LabcastError {
  return new LabcastError('request-invalid', `Run ${String(number)} ${why}: it is ${state}.`, {
    remedy,
  });
}
