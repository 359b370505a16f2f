import { admitUpload } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { mayTouch } from '../images/ownUploads.ts';
import { refusals } from '../schemas/refusals.ts';
import { newUpload, toUploadView, uploadView } from '../schemas/upload.ts';

const config = { access: 'image:upload' } as const;

/** Disks that people bring: announced here, sent in parts, looked at by the engine, and images from then on. */
export function uploadRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/images/uploads',
      {
        config,
        schema: {
          operationId: 'listUploads',
          summary: 'Disks that are being uploaded or were, oldest first',
          response: {
            200: z.object({ uploads: z.array(uploadView) }).meta({ id: 'Uploads' }),
            ...refusals,
          },
        },
      },
      async (request) => {
        const uploads = await store.listUploads();
        return { uploads: uploads.filter((one) => mayTouch(request, one)).map(toUploadView) };
      },
    );

    app.post(
      '/images/uploads',
      {
        config,
        schema: {
          operationId: 'createUpload',
          summary: 'Announces a disk',
          body: newUpload,
          response: {
            201: z.object({ id: z.string(), offset: z.number() }).meta({ id: 'CreatedUpload' }),
            ...refusals,
          },
        },
      },
      async (request, reply) => {
        const { name, sizeBytes, sha256 } = request.body;
        const seen = await store.findHostObservation();
        if (seen) admitUpload(sizeBytes, seen.observation);
        const { identity } = request;
        const { id } = await store.createUpload({
          name,
          sizeBytes,
          sha256,
          ownerName: identity?.person?.name ?? 'the administrator',
          ...(identity?.person && { ownerId: identity.person.id }),
        });
        request.auditTarget = name;
        return reply.status(201).send({ id, offset: 0 });
      },
    );
  };
}
