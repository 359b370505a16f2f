import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { ageInSeconds } from './capacity.ts';

const freshSeconds = 30;

const check = z.object({ ok: z.boolean(), message: z.string() });
const readiness = z
  .object({ ready: z.boolean(), database: check, engine: check })
  .meta({ id: 'Readiness' });

/** For supervisors and monitoring. */
export function healthRoutes({ store, metrics }: RouteDeps): FastifyPluginAsyncZod {
  const checkDatabase = async () => {
    try {
      await store.ping();
      return { ok: true, message: 'The database answers.' };
    } catch {
      return { ok: false, message: 'The database does not answer.' };
    }
  };
  const checkEngine = async () => {
    const seen = await store.findHostObservation().catch(() => undefined);
    if (!seen) return { ok: false, message: 'The engine has not looked at the host.' };
    const age = ageInSeconds(seen.at);
    const message = `The engine looked at the host ${String(age)} seconds ago.`;
    return { ok: age < freshSeconds, message };
  };
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/healthz',
      {
        config: { access: 'server:ask' },
        schema: {
          operationId: 'getHealth',
          summary: 'Whether the process serves',
          response: { 200: z.object({ ok: z.literal(true) }) },
        },
      },
      () => ({ ok: true as const }),
    );
    app.get(
      '/readyz',
      {
        config: { access: 'server:ask' },
        schema: {
          operationId: 'getReadiness',
          summary: 'Whether labs can be made and changed now',
          response: { 200: readiness, 503: readiness },
        },
      },
      async (_request, reply) => {
        const [database, engine] = await Promise.all([checkDatabase(), checkEngine()]);
        const ready = database.ok && engine.ok;
        return reply.code(ready ? 200 : 503).send({ ready, database, engine });
      },
    );
    app.get(
      '/metrics',
      { config: { access: 'server:measure' }, schema: { hide: true } },
      async (_request, reply) => {
        const text = await metrics.metrics();
        return reply.header('content-type', metrics.contentType).send(text);
      },
    );
  };
}
