import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { readCheckpointUse } from '../pipeline/checkpointUse.ts';
import { findCheckpoint } from '../pipeline/findCheckpoint.ts';
import { checkpointDetail, checkpointView, toCheckpointView } from '../schemas/checkpoint.ts';
import { assignmentParameters, numberParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const base = '/assignments/:assignment/checkpoints';

/** What the disks of a running lab held at one moment. */
export function checkpointRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      base,
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'listCheckpoints',
          summary: 'Checkpoints of an assignment, newest first',
          params: assignmentParameters,
          response: {
            200: z.object({ checkpoints: z.array(checkpointView) }).meta({ id: 'Checkpoints' }),
            ...refusals,
          },
        },
      },
      async (request) => {
        const assignment = assignmentOf(request);
        const [checkpoints, useOf] = await Promise.all([
          store.listCheckpoints(assignment.id),
          readCheckpointUse(store, assignment),
        ]);
        return { checkpoints: checkpoints.map((one) => toCheckpointView(one, useOf(one))) };
      },
    );

    app.get(
      `${base}/:number`,
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getCheckpoint',
          summary: 'One checkpoint',
          params: numberParameters,
          response: { 200: checkpointDetail, ...refusals },
        },
      },
      async (request) => {
        const assignment = assignmentOf(request);
        const found = await findCheckpoint(store, assignment, request.params.number);
        const use = (await readCheckpointUse(store, assignment))(found);
        return { ...toCheckpointView(found, use), blueprint: found.blueprint };
      },
    );
  };
}

/** Taken and deleted. */
export function checkpointChangeRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      base,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'takeCheckpoint',
          summary: 'Takes a checkpoint of a running environment',
          params: assignmentParameters,
          body: z.strictObject({
            environment: z.string().default('dev'),
            note: z.string().max(200).default(''),
          }),
          response: { 202: checkpointView, ...refusals },
        },
      },
      async (request, reply) => {
        const { environment, note } = request.body;
        const source = await findLiveEnvironment(store, assignmentOf(request), environment);
        const createdBy = nameOf(request.identity);
        const made = await store.createCheckpoint({
          sourceId: source.id,
          reason: 'asked',
          note,
          createdBy,
        });
        request.auditTarget = `${source.assignmentName}/c${String(made.number)}`;
        return reply.code(202).send(toCheckpointView(made, { releases: [], neededBy: [] }));
      },
    );

    app.delete(
      `${base}/:number`,
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'removeCheckpoint',
          summary: 'Deletes a checkpoint that nothing needs; may be repeated',
          params: numberParameters,
          response: { 202: checkpointView, ...refusals },
        },
      },
      async (request, reply) => {
        const assignment = assignmentOf(request);
        const found = await findCheckpoint(store, assignment, request.params.number);
        const use = (await readCheckpointUse(store, assignment))(found);
        if (use.neededBy.length > 0) {
          const name = `c${String(found.number)}`;
          throw new LabcastError(
            'checkpoint-in-use',
            `Checkpoint ${name} is needed by ${use.neededBy.join(', ')}.`,
            {
              remedy:
                'Releases keep their checkpoints. Delete the environments first, or let it be.',
            },
          );
        }
        await store.changeWanted(found.environmentId, { wanted: 'absent' });
        return reply.code(202).send(toCheckpointView({ ...found, isGoing: true }, use));
      },
    );
  };
}
