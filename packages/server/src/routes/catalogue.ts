import { isUploadName } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { listKnownImages } from '../images/listKnownImages.ts';
import { isImageReady } from '../isImageReady.ts';
import { refusals } from '../schemas/refusals.ts';

const config = { access: 'catalogue:view' } as const;

const needs = z.object({
  cpu: z.number().describe('Cores.'),
  memoryBytes: z.number(),
  storageBytes: z.number(),
});

const images = z
  .object({
    images: z.array(
      z.object({
        name: z.string(),
        summary: z.string(),
        kind: z.enum(['machine', 'vm', 'node', 'gateway', 'app']),
        disc: z
          .boolean()
          .optional()
          .describe(
            'An ISO disc: a machine of it starts with that in its drive, beside an empty disk.',
          ),
        display: z.enum(['none', 'terminal', 'desktop']),
        defaultUser: z.string(),
        minimum: needs,
        recommended: needs,
        port: z.number().optional(),
        reference: z.string().optional(),
        alias: z.string().optional(),
        ready: z.boolean().describe('Whether this host has it built.'),
      }),
    ),
  })
  .meta({ id: 'Images' });

/** What labs can be made of. */
export function catalogueRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/images',
      {
        config,
        schema: {
          operationId: 'listImages',
          summary: 'Images with what they need',
          response: { 200: images, ...refusals },
        },
      },
      async () => {
        const images = await listKnownImages(store);
        const ready = (await store.findHostObservation())?.observation.images ?? [];
        return {
          images: images.map((image) => ({
            ...image,
            ready: isUploadName(image.name) || isImageReady(image, ready),
          })),
        };
      },
    );
  };
}
