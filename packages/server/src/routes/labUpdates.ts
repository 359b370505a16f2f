import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { takeUpdate } from '../class/updateOffers.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

/** A later release that was offered, taken when it suits whoever works there. */
export function labUpdateRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/assignments/:assignment/environments/:environment/update',
      {
        // It makes anew what a reset makes anew, and keeps what is there as a reset does.
        config: { access: 'environment:reset' },
        schema: {
          operationId: 'takeUpdate',
          summary: 'Brings a lab to the release that was offered to it; takes a checkpoint before',
          params: environmentParameters,
          response: { 202: z.object({ release: z.number().int() }), ...refusals },
        },
      },
      async (request, reply) => {
        const name = request.params.environment;
        const environment = await findLiveEnvironment(store, assignmentOf(request), name);
        const { releaseNumber } = await takeUpdate(store, environment);
        return reply.code(202).send({ release: releaseNumber });
      },
    );
  };
}
