import type { Assignment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf, may } from '../access/authorise.ts';
import { createAssignment } from '../assignments/createAssignment.ts';
import { creation } from '../assignments/creation.ts';
import { removeAssignment } from '../assignments/removeAssignment.ts';
import type { RouteDeps } from '../deps.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const assignmentView = z
  .object({
    name: z.string(),
    type: z.string().optional(),
    parameters: z.record(z.string(), z.string()),
    createdAt: z.iso.datetime(),
    title: z.string().optional().describe('What people call it, when it is in a course.'),
    slug: z.string().optional().describe('As in addresses of pages, when it is in a course.'),
  })
  .meta({ id: 'Assignment' });

const listed = z
  .object({
    assignments: z.array(assignmentView.extend({ environments: z.array(environmentView) })),
  })
  .meta({ id: 'Assignments' });

const created = z
  .object({ assignment: assignmentView, environment: environmentView })
  .meta({ id: 'CreatedAssignment' });

const removed = z
  .object({ environments: z.array(environmentView) })
  .meta({ id: 'RemovedAssignment' });

/** Assignments as a whole: made, listed, removed. */
export function assignmentRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/assignments',
      {
        config: { access: 'assignment:list' },
        schema: {
          operationId: 'listAssignments',
          summary: 'All assignments that the caller may see, with their environments',
          response: {
            200: listed,
            ...refusals,
          },
        },
      },
      async ({ identity }) => {
        const [assignments, environments] = await Promise.all([
          store.listAssignments(),
          store.listLabs(),
        ]);
        return {
          assignments: assignments
            .filter(({ courseId }) => may(identity, 'assignment:view', courseId))
            .map((assignment) => ({
              ...toAssignmentView(assignment),
              environments: environments
                .filter((environment) => environment.assignmentId === assignment.id)
                .map(toEnvironmentView),
            })),
        };
      },
    );

    app.post(
      '/assignments',
      {
        config: { access: 'assignment:createOutside' },
        schema: {
          operationId: 'createAssignment',
          summary: 'Makes an assignment with its dev environment, outside of any course',
          body: creation,
          response: {
            201: created,
            ...refusals,
          },
        },
      },
      async (request, reply) => {
        const { assignment, environment } = await createAssignment(deps, request.body);
        request.auditTarget = assignment.name;
        return reply.code(201).send({
          assignment: toAssignmentView(assignment),
          environment: toEnvironmentView(environment),
        });
      },
    );

    app.delete(
      '/assignments/:assignment',
      {
        config: { access: 'assignment:remove' },
        schema: {
          operationId: 'removeAssignment',
          summary: 'Deletes all of an assignment; may be repeated',
          params: assignmentParameters,
          response: { 200: removed, 202: removed, ...refusals },
        },
      },
      async (request, reply) => {
        const environments = await removeAssignment(deps.store, assignmentOf(request));
        const isOver = environments.every(({ removedAt }) => removedAt !== undefined);
        return reply
          .code(isOver ? 200 : 202)
          .send({ environments: environments.map(toEnvironmentView) });
      },
    );
  };
}

function toAssignmentView(assignment: Assignment) {
  const { name, type, parameters, createdAt, courseId, title, slug } = assignment;
  return {
    name,
    ...(type !== undefined && { type }),
    parameters,
    createdAt: createdAt.toISOString(),
    ...(courseId !== undefined && { title, slug }),
  };
}
