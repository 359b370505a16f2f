import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { promisedTo } from '../admission.ts';
import { refusals } from '../schemas/refusals.ts';

const capacity = z
  .object({
    host: z
      .object({
        cpus: z.number(),
        memoryTotalBytes: z.number(),
        memoryAvailableBytes: z.number(),
        poolTotalBytes: z.number(),
        poolUsedBytes: z.number(),
        uplinkSubnet: z.string(),
        nameServers: z.array(z.string()),
        images: z.array(z.string()),
      })
      .optional()
      .describe('As last seen; absent before the first look.'),
    observedAt: z.iso.datetime().optional(),
    ageSeconds: z.number().optional(),
    promised: z
      .object({ memoryBytes: z.number(), storageBytes: z.number() })
      .describe('The sum of what the labs may take.'),
    overcommit: z
      .object({ memory: z.number(), storage: z.number() })
      .describe('How much may be promised for each byte that there is.'),
    environments: z.number().int(),
  })
  .meta({ id: 'Capacity' });

/** What the host has, uses and has promised. */
export function capacityRoutes({ store, settings }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/capacity',
      {
        config: { access: 'capacity:view' },
        schema: {
          operationId: 'getCapacity',
          summary: 'What the host has, uses and has promised',
          response: { 200: capacity, ...refusals },
        },
      },
      async () => {
        const [seen, environments] = await Promise.all([
          store.findHostObservation(),
          store.listLabs(),
        ]);
        return {
          ...(seen && {
            host: {
              ...seen.observation,
              nameServers: [...seen.observation.nameServers],
              images: [...seen.observation.images],
            },
            observedAt: seen.at.toISOString(),
            ageSeconds: ageInSeconds(seen.at),
          }),
          promised: promisedTo(environments),
          overcommit: settings.overcommit,
          environments: environments.length,
        };
      },
    );
  };
}

/** Clocks of two machines may differ: nothing was seen in the future. */
export function ageInSeconds(at: Date): number {
  return Math.max(0, Math.round((Date.now() - at.getTime()) / 100) / 10);
}
