import { admitUpload, LabcastError, parseBlueprint, uploadImageName } from '@labcast/domain';
import type { Upload } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { listKnownImages } from '../images/listKnownImages.ts';
import { receiveChunk } from '../images/receiveChunk.ts';
import { refusals } from '../schemas/refusals.ts';
import { newUpload, toUploadView, uploadView } from '../schemas/upload.ts';

const config = { access: 'image:upload' } as const;
const parameters = z.object({ id: z.string().min(1).max(100) });

/** Larger parts are lost whole when the line breaks, smaller ones take more turns. */
const chunkLimitBytes = 16 * 1024 ** 2;

/** Disks that people bring: announced, sent in parts, looked at by the engine, and images from then on. */
export function uploadRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
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

/** One's own; an administrator's are all. */
function mayTouch({ identity }: FastifyRequest, upload: Upload): boolean {
  return identity?.caller.isAdministrator === true || upload.ownerId === identity?.person?.id;
}

async function getUpload(
  { store }: RouteDeps,
  request: FastifyRequest,
  id: string,
): Promise<Upload> {
  const upload = await store.findUpload(id);
  // Those of others are as if they were not there.
  if (upload && mayTouch(request, upload)) return upload;
  throw new LabcastError('upload-not-found', 'There is no such uploaded disk.', {
    remedy: 'See which there are: labcast images.',
  });
}

async function refuseWhileUsed({ name, state }: Upload, { store }: RouteDeps): Promise<void> {
  if (state !== 'ready') return;
  const catalogue = await listKnownImages(store);
  const users = (await store.listEnvironments()).filter(({ blueprint, wanted }) => {
    if (wanted === 'absent') return false;
    const parsed = parseBlueprint(blueprint, { file: 'lab.yaml', catalogue });
    if ('problems' in parsed) return false;
    return Object.values(parsed.blueprint.elements).some(
      (element) => element.kind === 'vm' && element.image === uploadImageName(name),
    );
  });
  if (users.length === 0) return;
  const labs = users.map((one) => `${one.assignmentName}/${one.name}`).join(', ');
  throw new LabcastError('image-in-use', `The disk ${name} is used by ${labs}.`, {
    remedy: 'Destroy these labs, or let their machines have another image, and try again.',
  });
}
