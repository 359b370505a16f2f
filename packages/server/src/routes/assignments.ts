import { LabcastError } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { admission } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { assignmentNotFound } from '../findEnvironment.ts';
import { labFromType, parseLab } from '../labs.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { assignmentParameters, newName } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const config = { access: 'administrator' } as const;

const assignmentView = z
  .object({
    name: z.string(),
    type: z.string().optional(),
    parameters: z.record(z.string(), z.string()),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Assignment' });

const creation = z
  .strictObject({
    name: newName.optional().describe('By default the type, or the type with a number.'),
    type: z.string().optional(),
    parameters: z.record(z.string(), z.string()).optional(),
    blueprint: z.string().optional().describe('A lab.yaml, instead of a type.'),
  })
  .meta({ id: 'CreateAssignmentRequest' });

type Creation = z.output<typeof creation>;

/** Assignments as a whole: made, listed, removed. */
export function assignmentRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/assignments',
      {
        config,
        schema: {
          operationId: 'listAssignments',
          summary: 'All assignments with their environments',
          response: {
            200: z
              .object({
                assignments: z.array(
                  assignmentView.extend({ environments: z.array(environmentView) }),
                ),
              })
              .meta({ id: 'Assignments' }),
            ...refusals,
          },
        },
      },
      async () => {
        const [assignments, environments] = await Promise.all([
          store.listAssignments(),
          store.listEnvironments(),
        ]);
        return {
          assignments: assignments.map(({ id, createdAt, ...assignment }) => ({
            ...assignment,
            createdAt: createdAt.toISOString(),
            environments: environments
              .filter((environment) => environment.assignmentId === id)
              .map(toEnvironmentView),
          })),
        };
      },
    );

    app.post(
      '/assignments',
      {
        config,
        schema: {
          operationId: 'createAssignment',
          summary: 'Makes an assignment with its dev environment',
          body: creation,
          response: {
            201: z
              .object({ assignment: assignmentView, environment: environmentView })
              .meta({ id: 'CreatedAssignment' }),
            ...refusals,
          },
        },
      },
      async ({ body }, reply) => {
        const { assignment, environment } = await create(deps, body);
        const { name, type, parameters, createdAt } = assignment;
        return reply.code(201).send({
          assignment: {
            name,
            ...(type !== undefined && { type }),
            parameters,
            createdAt: createdAt.toISOString(),
          },
          environment: toEnvironmentView(environment),
        });
      },
    );

    const removed = z
      .object({ environments: z.array(environmentView) })
      .meta({ id: 'RemovedAssignment' });
    app.delete(
      '/assignments/:assignment',
      {
        config,
        schema: {
          operationId: 'removeAssignment',
          summary: 'Deletes all of an assignment; may be repeated',
          params: assignmentParameters,
          response: { 200: removed, 202: removed, ...refusals },
        },
      },
      async ({ params }, reply) => {
        const environments = await remove(deps, params.assignment);
        const isOver = environments.every(({ removedAt }) => removedAt !== undefined);
        return reply
          .code(isOver ? 200 : 202)
          .send({ environments: environments.map(toEnvironmentView) });
      },
    );
  };
}

async function create(deps: RouteDeps, { name, type, parameters = {}, blueprint }: Creation) {
  if ((type === undefined) === (blueprint === undefined)) {
    throw new LabcastError('request-invalid', 'Give either a type or a blueprint.');
  }
  if (blueprint !== undefined && name === undefined) {
    throw new LabcastError('request-invalid', 'An assignment made of a lab.yaml needs a name.');
  }
  const text = blueprint ?? labFromType(type ?? '', parameters);
  const admit = await admission(deps, parseLab(text));
  const request = { ...(type !== undefined && { type }), parameters, blueprint: text };
  for (let attempt = 1; ; attempt++) {
    const chosen = name ?? (attempt === 1 ? (type ?? '') : `${type ?? ''}-${attempt}`);
    try {
      return await deps.store.createAssignment({ ...request, name: chosen }, admit);
    } catch (error) {
      const isTaken = error instanceof LabcastError && error.code === 'name-taken';
      if (!isTaken || name !== undefined || attempt >= 1000) throw error;
    }
  }
}

/** Everything of the newest assignment of that name is wanted gone. */
async function remove({ store }: RouteDeps, name: string): Promise<Environment[]> {
  const [newest, ...older] = await store.listEnvironmentsEver(name);
  if (!newest) throw assignmentNotFound(name);
  const mine = [newest, ...older].filter((one) => one.assignmentId === newest.assignmentId);
  return Promise.all(
    mine.map(async (environment) => {
      const isAsked = environment.wanted === 'absent' && environment.status.state !== 'failed';
      if (environment.removedAt || isAsked) return environment;
      try {
        return await store.changeWanted(environment.id, { wanted: 'absent' });
      } catch (error) {
        const now = await store.getEnvironment(environment.id);
        if (now.removedAt) return now;
        throw error;
      }
    }),
  );
}
