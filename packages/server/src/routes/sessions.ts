import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { personOf } from '../access/personOf.ts';
import { sha256 } from '../access/secrets.ts';
import { sessionLimits } from '../access/sessionCookie.ts';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';

const moment = z.iso.datetime();
const sessions = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        address: z.string().describe('From where it was begun.'),
        createdAt: moment,
        seenAt: moment.describe('Its last use, to the minute.'),
        isOwn: z.boolean().describe('Whether it is the one that asks.'),
      }),
    ),
  })
  .meta({ id: 'Sessions' });

/** Where a person is signed in. */
export function sessionsRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/sessions',
      {
        config: { access: 'account:view' },
        schema: {
          operationId: 'listSessions',
          summary: 'Where the caller is signed in, last used first',
          response: { 200: sessions, ...refusals },
        },
      },
      async (request) => {
        const token = request.identity?.sessionToken;
        const own = token === undefined ? '' : sha256(token);
        const open = await store.listSessions(personOf(request).id, own, sessionLimits);
        return {
          sessions: open.map(({ createdAt, seenAt, ...session }) => ({
            ...session,
            createdAt: createdAt.toISOString(),
            seenAt: seenAt.toISOString(),
          })),
        };
      },
    );

    app.delete(
      '/sessions/:id',
      {
        config: { access: 'account:change' },
        schema: {
          operationId: 'endSession',
          summary: 'Signs the caller out somewhere; may be repeated',
          params: z.object({ id: z.string() }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await store.endSessionOf(personOf(request).id, request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
