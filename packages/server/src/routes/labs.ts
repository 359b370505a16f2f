import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf, environmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { describeLab, summarizeLab } from '../labs/describeLab.ts';
import { labSummary, labView } from '../schemas/lab.ts';
import { refusals } from '../schemas/refusals.ts';

/** Labs as those have them who work in them. */
export function labRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/labs',
      {
        config: { access: 'lab:list' },
        schema: {
          operationId: 'listLabs',
          summary: 'The labs that were made for the caller, newest first',
          response: {
            200: z.object({ labs: z.array(labSummary) }).meta({ id: 'Labs' }),
            ...refusals,
          },
        },
      },
      async ({ identity }) => {
        const person = identity?.person;
        if (!person) return { labs: [] };
        const all = await store.listOwnLabs(person.id);
        // Whoever was taken out of a course has nothing there any more.
        const own = all.filter(
          ({ courseId }) =>
            courseId === undefined || person.isAdministrator || identity.caller.roles.has(courseId),
        );
        const [progress, assignments, courses] = await Promise.all([
          store.listCheckProgress(own.map(({ id }) => id)),
          store.listAssignments(),
          store.listCourses(),
        ]);
        return {
          labs: own.map((environment) =>
            summarizeLab(environment, {
              assignment: assignments.find(({ id }) => id === environment.assignmentId),
              course: courses.find(({ id }) => id === environment.courseId),
              progress,
            }),
          ),
        };
      },
    );

    app.get(
      '/labs/:lab',
      {
        config: { access: 'environment:view' },
        schema: {
          operationId: 'getLab',
          summary:
            'One lab with its instructions, checks and consoles, by the id of its environment',
          params: z.object({ lab: z.string().min(1).max(100) }),
          response: { 200: labView, ...refusals },
        },
      },
      (request) =>
        describeLab(store, request.identity, {
          assignment: assignmentOf(request),
          environment: environmentOf(request),
        }),
    );
  };
}
