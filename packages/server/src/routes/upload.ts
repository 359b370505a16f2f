import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { getUpload } from '../images/ownUploads.ts';
import { receiveChunk } from '../images/receiveChunk.ts';
import { refuseWhileUsed } from '../images/refuseWhileUsed.ts';
import { refusals } from '../schemas/refusals.ts';
import { toUploadView, uploadView } from '../schemas/upload.ts';

const config = { access: 'image:upload' } as const;
const parameters = z.object({ id: z.string().min(1).max(100) });

/** Larger parts are lost whole when the line breaks, smaller ones take more turns. */
const chunkLimitBytes = 16 * 1024 ** 2;

/** One uploaded disk: how far it is, its next part, its end. */
export function uploadRoute(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: chunkLimitBytes },
      (_request, body, done) => {
        done(null, body);
      },
    );

    app.get(
      '/images/uploads/:id',
      {
        config,
        schema: {
          operationId: 'getDiskUpload',
          summary: 'How far an upload is',
          params: parameters,
          response: { 200: uploadView, ...refusals },
        },
      },
      async (request) => toUploadView(await getUpload(deps, request, request.params.id)),
    );

    app.patch(
      '/images/uploads/:id',
      {
        // That it was announced is in the audit; its parts are not.
        config: { ...config, changesNothing: true },
        bodyLimit: chunkLimitBytes,
        schema: {
          operationId: 'appendUpload',
          summary: 'The next part of a disk, of at most 16 MiB',
          consumes: ['application/octet-stream'],
          params: parameters,
          headers: z.object({ 'upload-offset': z.coerce.number().int().min(0) }),
          response: { 200: z.object({ offset: z.number() }), ...refusals },
        },
      },
      async (request) => {
        const { body } = request;
        if (!Buffer.isBuffer(body) || body.length === 0)
          throw new LabcastError('request-invalid', 'The part of the disk is empty.', {
            remedy: 'Send bytes as application/octet-stream.',
          });
        const upload = await getUpload(deps, request, request.params.id);
        const offset = request.headers['upload-offset'];
        return { offset: await receiveChunk(upload, offset, body, deps) };
      },
    );

    app.delete(
      '/images/uploads/:id',
      {
        config,
        schema: {
          operationId: 'removeUpload',
          summary: 'Removes a disk, whether it is an image already or not',
          params: parameters,
          response: { 202: uploadView, ...refusals },
        },
      },
      async (request, reply) => {
        const upload = await getUpload(deps, request, request.params.id);
        request.auditTarget = upload.name;
        await refuseWhileUsed(upload, deps);
        await store.changeUpload(upload.id, ['receiving', 'checking', 'ready', 'failed'], {
          state: 'removing',
        });
        return reply.status(202).send(toUploadView({ ...upload, state: 'removing' }));
      },
    );
  };
}
