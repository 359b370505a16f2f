import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { compare } from '../pipeline/compare.ts';
import { comparison } from '../schemas/checkpoint.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const side = z
  .string()
  .min(1)
  .max(100)
  .describe('`c3`, `r2`, `dev`, `prod` or the name of a student.');

export function compareRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/assignments/:assignment/compare',
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'compare',
          summary: 'What is other in one than in the other: in the lab.yaml, and by file',
          params: assignmentParameters,
          querystring: z.object({ from: side, to: side }),
          response: { 200: comparison, ...refusals },
        },
      },
      (request) => compare(store, assignmentOf(request), request.query),
    );
  };
}
