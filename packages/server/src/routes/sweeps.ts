import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';
import { sweepView, toSweepView } from '../schemas/sweep.ts';

const config = { access: 'server:sweep' } as const;

/** Searches for what belongs to nobody; the engine carries them out. */
export function sweepRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/sweeps',
      {
        config,
        schema: {
          operationId: 'requestSweep',
          summary: 'Asks for a search for orphans, and for their removal',
          body: z.strictObject({ remove: z.boolean() }),
          response: { 202: sweepView, ...refusals },
        },
      },
      async ({ body }, reply) =>
        reply.code(202).send(toSweepView(await store.requestSweep(body.remove))),
    );
    app.get(
      '/sweeps/:id',
      {
        config,
        schema: {
          operationId: 'getSweep',
          summary: 'A sweep; its result once it has `finishedAt`',
          params: z.object({ id: z.string().regex(/^\d{1,18}$/, 'This is the id of a sweep.') }),
          response: { 200: sweepView, ...refusals },
        },
      },
      async ({ params }) => toSweepView(await store.getSweep(params.id)),
    );
  };
}
