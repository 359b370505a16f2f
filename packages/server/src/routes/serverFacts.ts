import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';

const serverFacts = z
  .object({
    version: z.string(),
    startedAt: z.iso.datetime(),
    nodeVersion: z.string(),
    publicUrl: z.string().optional().describe('Where people reach it, when that is not loopback.'),
    places: z
      .array(z.object({ name: z.string(), value: z.string() }))
      .describe('Where things are, without secrets.'),
  })
  .meta({ id: 'ServerFacts' });

const startedAt = new Date();

/** What an administrator wants to know about the installation. */
export function serverFactsRoutes({ settings }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/server',
      {
        config: { access: 'server:measure' },
        schema: {
          operationId: 'getServerFacts',
          summary: 'Version, addresses and places of this installation',
          response: { 200: serverFacts, ...refusals },
        },
      },
      () => ({
        version: settings.version ?? 'unknown',
        startedAt: startedAt.toISOString(),
        nodeVersion: process.versions.node,
        ...(settings.publicUrl && { publicUrl: settings.publicUrl.href }),
        places: Object.entries(settings.places ?? {}).map(([name, value]) => ({ name, value })),
      }),
    );
  };
}
