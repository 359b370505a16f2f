import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { openEventStream } from '../events/eventStream.ts';
import type { EventStream } from '../events/eventStream.ts';
import { followEvents } from '../events/followEvents.ts';

const heartbeatMs = 5_000;

export function eventRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    const streams = new Set<EventStream>();
    const heartbeat = setInterval(() => {
      for (const stream of streams) stream.send('heartbeat', {});
    }, heartbeatMs);
    app.addHook('preClose', (done) => {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
      done();
    });
    app.get(
      '/events',
      {
        config: { access: 'administrator' },
        schema: {
          operationId: 'watchEvents',
          summary: 'The present state of each environment, then every change and log line',
          description:
            'Server-sent events: `environment` with an EnvironmentView, `log` with `{environmentId, line}`, ' +
            '`heartbeat` every 5 seconds.',
          querystring: z.object({
            environment: z
              .string()
              .regex(/^[^/]+\/[^/]+$/, 'Write assignment/environment.')
              .optional(),
          }),
        },
      },
      async (request, reply) => {
        const stop = await followEvents(deps, request.query.environment, () => {
          reply.hijack();
          const stream = openEventStream(reply.raw, reply.getHeaders());
          streams.add(stream);
          reply.raw.once('close', () => streams.delete(stream));
          return stream;
        });
        if (reply.raw.destroyed) stop();
        else reply.raw.once('close', stop);
      },
    );
  };
}
