import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { describeRollout, findRollout } from '../class/findRollout.ts';
import type { RouteDeps } from '../deps.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';
import { rolloutList, rolloutView } from '../schemas/rollout.ts';

export const rolloutsUrl = '/assignments/:assignment/rollouts';

export const rolloutParameters = assignmentParameters.extend({
  number: z.coerce.number().int().min(1).max(1_000_000),
});

/** How releases come to students. */
export function rolloutRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      rolloutsUrl,
      {
        config: { access: 'class:view' },
        schema: {
          operationId: 'listRollouts',
          summary: 'The rollouts of an assignment, newest first',
          params: assignmentParameters,
          response: { 200: rolloutList, ...refusals },
        },
      },
      async (request) => {
        const rollouts = await store.listRollouts(assignmentOf(request).id);
        return { rollouts: await Promise.all(rollouts.map((one) => describeRollout(store, one))) };
      },
    );

    app.get(
      `${rolloutsUrl}/:number`,
      {
        config: { access: 'class:view' },
        schema: {
          operationId: 'getRollout',
          summary: 'One rollout with each of its environments',
          params: rolloutParameters,
          response: { 200: rolloutView, ...refusals },
        },
      },
      async (request) =>
        describeRollout(store, await findRollout(store, request, request.params.number)),
    );
  };
}
