import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import { describeRollout, findRollout } from '../class/findRollout.ts';
import { planRollout } from '../class/planRollout.ts';
import { requestRollout } from '../class/requestRollout.ts';
import { steerRollout } from '../class/steerRollout.ts';
import type { RouteDeps } from '../deps.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';
import { rolloutPlanView, rolloutRequest, rolloutView } from '../schemas/rollout.ts';
import { rolloutParameters, rolloutsUrl } from './rollouts.ts';

const steering = rolloutParameters.extend({
  action: z.enum(['pause', 'resume', 'cancel', 'retry']),
});

/** Bringing releases to students. */
export function rolloutChangeRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      rolloutsUrl,
      {
        config: { access: 'class:rule' },
        schema: {
          operationId: 'startRollout',
          summary: 'Deploys a release to students, brings them to a later one, or back',
          params: assignmentParameters,
          body: rolloutRequest,
          response: { 202: rolloutView, ...refusals },
        },
      },
      async (request, reply) => {
        const asked = { request: request.body, by: nameOf(request.identity) };
        const rollout = await requestRollout(deps, assignmentOf(request), asked);
        return reply.code(202).send(await describeRollout(store, rollout));
      },
    );

    app.post(
      `${rolloutsUrl}/plan`,
      {
        config: { access: 'class:view', changesNothing: true },
        schema: {
          operationId: 'planRollout',
          summary: 'What a rollout would do to whom, and whether it fits; changes nothing',
          params: assignmentParameters,
          body: rolloutRequest,
          response: { 200: rolloutPlanView, ...refusals },
        },
      },
      (request) => planRollout(deps, assignmentOf(request), request.body),
    );

    app.post(
      `${rolloutsUrl}/:number/:action`,
      {
        config: { access: 'class:rule' },
        schema: {
          operationId: 'steerRollout',
          summary: 'Pauses a rollout, goes on, cancels it, or tries again what failed',
          params: steering,
          body: z
            .strictObject({
              environments: z
                .array(z.string().min(1).max(100))
                .min(1)
                .max(1000)
                .optional()
                .describe('Of `retry`: these alone, not all that failed.'),
            })
            .nullish(),
          response: { 200: rolloutView, ...refusals },
        },
      },
      async (request) => {
        const rollout = await findRollout(store, request, request.params.number);
        const asked = { action: request.params.action, environments: request.body?.environments };
        return describeRollout(store, await steerRollout(store, rollout, asked));
      },
    );
  };
}
