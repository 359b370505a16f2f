import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { actOnClass } from '../class/actOnClass.ts';
import { describeClass } from '../class/describeClass.ts';
import { describeStudents } from '../class/describeStudents.ts';
import { readClass } from '../class/readClass.ts';
import { printResults } from '../class/printResults.ts';
import type { RouteDeps } from '../deps.ts';
import { classActionRequest, classActionResult, classView } from '../schemas/class.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const base = '/assignments/:assignment/class';

/** All students of an assignment at once. */
export function classRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      base,
      {
        config: { access: 'class:view' },
        schema: {
          operationId: 'getClass',
          summary: 'Every student of an assignment with what has to be known of each',
          params: assignmentParameters,
          querystring: z.object({
            students: z.coerce
              .number()
              .int()
              .min(1)
              .max(1000)
              .optional()
              .describe('Of the forecast: how many copies are meant.'),
          }),
          response: { 200: classView, ...refusals },
        },
      },
      (request) => describeClass(deps, assignmentOf(request), request.query.students),
    );

    app.post(
      `${base}/actions`,
      {
        config: { access: 'class:help' },
        schema: {
          operationId: 'actOnClass',
          summary: 'Does something to several students at once; tells who it was not done to',
          params: assignmentParameters,
          body: classActionRequest,
          response: { 200: classActionResult, ...refusals },
        },
      },
      async (request) => {
        const { identity, body } = request;
        return actOnClass(deps, assignmentOf(request), { identity, body });
      },
    );

    app.get(
      `${base}/results.csv`,
      {
        config: { access: 'class:view' },
        schema: {
          operationId: 'exportResults',
          summary: 'Each student with the checks, as CSV',
          params: assignmentParameters,
        },
      },
      async (request, reply) => {
        const assignment = assignmentOf(request);
        const facts = await readClass(store, assignment);
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${assignment.name}-results.csv"`)
          .send(printResults(describeStudents(facts)));
      },
    );
  };
}
