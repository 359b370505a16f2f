import type { PersonId } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignmentOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { findLiveEnvironment } from '../findEnvironment.ts';
import { environmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const url = '/environments/:assignment/:environment/presence';

/** A page says every 15 seconds that it is looked at: after two that failed its person is taken for gone. */
const presentSeconds = 40;

const present = z
  .object({ people: z.array(z.object({ id: z.string(), name: z.string() })) })
  .meta({ id: 'Presence' });

/** Who looks at an environment now. */
export function presenceRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.put(
      url,
      {
        config: { access: 'environment:view', changesNothing: true },
        schema: {
          operationId: 'markPresent',
          summary: 'Says that the caller looks at it, and tells who else does',
          description: 'To be repeated every 15 seconds. A token of no person is nobody.',
          params: environmentParameters,
          response: { 200: present, ...refusals },
        },
      },
      async (request) => {
        const { params, identity } = request;
        const { id } = await findLiveEnvironment(store, assignmentOf(request), params.environment);
        const person = identity?.person?.id;
        if (person !== undefined) await store.markPresent(id, person, presentSeconds);
        return { people: await store.listPresent(id) };
      },
    );

    app.delete(
      url,
      {
        config: { access: 'environment:view', changesNothing: true },
        schema: {
          operationId: 'markAbsent',
          summary: 'Says that the caller looks elsewhere now',
          params: environmentParameters,
          response: { 204: z.null(), ...refusals },
        },
      },
      async (request, reply) => {
        const { params, identity } = request;
        const { id } = await findLiveEnvironment(store, assignmentOf(request), params.environment);
        const person: PersonId | undefined = identity?.person?.id;
        if (person !== undefined) await store.markAbsent(id, person);
        return reply.code(204).send(null);
      },
    );
  };
}
