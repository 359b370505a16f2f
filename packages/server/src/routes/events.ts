import type { Thing } from '@labcast/domain';
import type { Store } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mayDo } from '../access/authorise.ts';
import { recheckRegularly } from '../access/recheckRegularly.ts';
import type { RouteDeps } from '../deps.ts';
import { openEventStream } from '../events/eventStream.ts';
import type { EventStream } from '../events/eventStream.ts';
import { followEvents } from '../events/followEvents.ts';

const heartbeatMs = 5_000;
/** Longer than until the next heartbeat, so that nothing is missing between two. */
const watchedSeconds = 15;

export function eventRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    /** With the environment that each is about: undefined for all. */
    const streams = new Map<EventStream, string | undefined>();
    const heartbeat = setInterval(() => {
      for (const stream of streams.keys()) stream.send('heartbeat', {});
      void keepMeasured([...streams.values()]);
    }, heartbeatMs);
    const keepMeasured = async (watched: readonly (string | undefined)[]) => {
      try {
        await watchUsage(deps.store, new Set(watched));
      } catch (error) {
        deps.logger.warn({ err: error }, 'That somebody looks could not be written down.');
      }
    };
    app.addHook('preClose', (done) => {
      clearInterval(heartbeat);
      for (const stream of streams.keys()) stream.end();
      done();
    });
    app.get(
      '/events',
      {
        config: { access: 'event:watch' },
        schema: {
          operationId: 'watchEvents',
          summary: 'The present state of each environment, then every change and log line',
          description:
            'Server-sent events: `environment` with an EnvironmentView, `log` with `{environmentId, line}`, ' +
            '`heartbeat` every 5 seconds. While one environment is watched also `usage` with ' +
            '`{environmentId, at, elements}` about every 3 seconds, `viewers` of consoles with `{environmentId, element, viewers}`, and `presence` with ' +
            '`{environmentId, people}` when others come and go. `messages` with `{environmentId, messages}` when an ' +
            'instructor told something to a lab, `runs` with `{assignment}` when a run of its pipeline moved on.',
          querystring: z.object({
            environment: z
              .string()
              .regex(/^[^/]+\/[^/]+$/, 'Write assignment/environment.')
              .optional(),
          }),
        },
      },
      async (request, reply) => {
        let { identity } = request;
        const wanted = await findWanted(deps.store, request.query.environment);
        const mayView = (thing: Thing) => mayDo(identity, 'environment:view', thing);
        const stop = await followEvents(deps, { wanted, mayView }, () => {
          reply.hijack();
          const stream = openEventStream(reply.raw, reply.getHeaders());
          streams.set(stream, wanted);
          void keepMeasured([wanted]);
          const stopRechecking = recheckRegularly(request, deps.settings.recheckMs, (now) => {
            identity = now;
            if (!now) stream.end();
          });
          reply.raw.once('close', () => {
            streams.delete(stream);
            stopRechecking();
          });
          return stream;
        });
        if (reply.raw.destroyed) stop();
        else reply.raw.once('close', stop);
      },
    );
  };
}

/** Who watches one environment sees what it uses; who watches all of them does not. */
async function watchUsage(
  store: Pick<Store, 'findEnvironment' | 'watchUsage'>,
  watched: ReadonlySet<string | undefined>,
): Promise<void> {
  const names = [...watched].filter((name) => name !== undefined);
  const found = await Promise.all(
    names.map((name) => {
      const [assignment = '', environment = ''] = name.split('/');
      return store.findEnvironment(assignment, environment);
    }),
  );
  const ids = found.filter((one) => one !== undefined).map(({ id }) => id);
  await store.watchUsage(ids, watchedSeconds);
}

/** Events are told by the assignment's name; people may have its slug. One that is not there yet may come. */
async function findWanted(
  store: Pick<Store, 'findAssignment'>,
  environment: string | undefined,
): Promise<string | undefined> {
  if (environment === undefined) return undefined;
  const [assignment = '', name = ''] = environment.split('/');
  const found = await store.findAssignment(assignment);
  return found ? `${found.name}/${name}` : environment;
}
