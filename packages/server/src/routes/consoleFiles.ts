import type { Readable } from 'node:stream';
import { LabcastError } from '@labcast/domain';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '../access/audit.ts';
import { assignmentOf, requireAccess } from '../access/authorise.ts';
import { findPartSize, listFiles, readFile, writeFile } from '../consoles/files.ts';
import type { OpenFile } from '../consoles/files.ts';
import { elementParameters, findConsole } from '../consoles/findConsole.ts';
import type { RouteDeps } from '../deps.ts';
import { fileListView } from '../schemas/files.ts';
import { refusals } from '../schemas/refusals.ts';

const path = z
  .string()
  .max(4_096)
  .regex(/^[^\0]*$/, 'A path holds no NUL.');
const bytes = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const url = '/environments/:assignment/:environment/elements/:element/files';
const config = { access: 'environment:reach' } as const;

const writeSchema = {
  operationId: 'writeFile',
  summary: 'Takes a piece of a file; the last one puts it in its place',
  description:
    'Pieces follow each other, and one that was cut off is gone on with from where `state` says. ' +
    'Until the last one the file is not there, and an older one stays.',
  params: elementParameters,
  querystring: z.object({ path: path.min(1), offset: bytes.default(0), total: bytes }),
  response: {
    200: z.object({ size: z.number().int(), done: z.boolean() }),
    ...refusals,
  },
};

export function consoleFileRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { incus, store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    // Handed on as it comes: a piece may be larger than the memory.
    app.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
      done(null, payload);
    });
    app.get(
      url,
      {
        config,
        schema: {
          operationId: 'readFiles',
          summary: "What lies in a folder of an element, or with download=1 a file's content",
          description:
            "With the rights of the image's usual user, from whose home a relative path goes. " +
            'A download begins anew from the middle by `Range: bytes=N-`.',
          params: elementParameters,
          querystring: z.object({
            path: path.default(''),
            download: z.enum(['0', '1']).default('0'),
          }),
          response: { 200: fileListView, ...refusals },
        },
      },
      async (request, reply) => {
        const place = await findConsole(deps, request, 'files');
        const { path, download } = request.query;
        if (download === '0') return listFiles(incus, place, path);
        requireAccess(request.identity, 'environment:takeOut', request.place, request.params);
        const offset = readRange(request.headers.range);
        const file = await readFile(incus, place, { path, offset });
        await auditDownload(deps, request);
        return sendFile(reply, file, { path, offset }) as never;
      },
    );
    app.get(
      `${url}/state`,
      {
        config,
        schema: {
          operationId: 'getUpload',
          summary: 'How much of a file that is being uploaded is there',
          params: elementParameters,
          querystring: z.object({ path: path.min(1) }),
          response: { 200: z.object({ size: z.number().int() }), ...refusals },
        },
      },
      async (request) => {
        const place = await findConsole(deps, request, 'files');
        return { size: await findPartSize(incus, place, request.query.path) };
      },
    );
    app.put(
      url,
      {
        config,
        schema: writeSchema,
      },
      async (request) => {
        const { path, offset, total } = request.query;
        refuseNoFile(path);
        // That a file was uploaded is worth a line in the audit, each of its pieces is not.
        request.isContinuation = offset > 0;
        const place = await findConsole(deps, request, 'files');
        const body = request.body as Readable | undefined;
        const size = await writeFile(incus, place, { path, offset, total }, body);
        return { size, done: size === total };
      },
    );
  };

  async function auditDownload(_deps: RouteDeps, request: FastifyRequest): Promise<void> {
    const { environment, element } = elementParameters.parse(request.params);
    request.auditTarget = `${assignmentOf(request).name}/${environment} ${element}`;
    await audit(request, store, 200);
  }
}

function refuseNoFile(path: string): void {
  if (!/(^|\/)\.{0,2}$/.test(path)) return;
  throw new LabcastError('request-invalid', 'path: This names a folder.', {
    remedy: 'Name the file, too.',
  });
}

/** Only what a download that was cut off asks for. */
function readRange(range: string | undefined): number {
  const [, from] = /^bytes=(\d{1,15})-$/.exec(range ?? '') ?? [];
  return Number(from ?? 0);
}

function sendFile(
  reply: FastifyReply,
  { sizeBytes, content }: OpenFile,
  { path, offset }: { path: string; offset: number },
): FastifyReply {
  const name = path.slice(path.lastIndexOf('/') + 1) || 'download';
  const isRest = offset > 0 && offset < sizeBytes;
  if (sizeBytes > 0 && offset < sizeBytes) {
    void reply.header('content-length', sizeBytes - offset).header('accept-ranges', 'bytes');
  }
  if (isRest) {
    const range = `bytes ${String(offset)}-${String(sizeBytes - 1)}/${String(sizeBytes)}`;
    void reply.code(206).header('content-range', range);
  }
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type('application/octet-stream')
    .send(content);
}

/** RFC 8187 allows fewer characters than addresses do. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
