import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf } from '../access/authorise.ts';
import { nameOf } from '../access/identify.ts';
import { sha256 } from '../access/secrets.ts';
import type { RouteDeps } from '../deps.ts';
import { newJoinCode } from '../roster/joinCode.ts';
import { courseParameters } from '../schemas/course.ts';
import { refusals } from '../schemas/refusals.ts';
import { joinCodeView, membershipBody, toJoinCodeView } from '../schemas/roster.ts';
import { linkBase } from './linkBase.ts';

const newCode = z
  .strictObject({
    section: membershipBody.shape.section.describe('Of those who come by it.'),
    mostUses: z.number().int().min(1).max(100_000).optional().describe('Any number unless given.'),
    validHours: z
      .number()
      .int()
      .min(1)
      .max(366 * 24)
      .default(14 * 24),
  })
  .meta({ id: 'NewJoinCode' });

const made = z
  .object({
    joinCode: joinCodeView,
    code: z.string().describe('Told only now.'),
    url: z.string(),
  })
  .meta({ id: 'MadeJoinCode' });

/** Codes that let students in, written on a board or sent as a link. */
export function joinCodeRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/courses/:course/join-codes',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'listJoinCodes',
          summary: 'The codes that were made, newest first, without what they say',
          params: courseParameters,
          response: { 200: z.object({ joinCodes: z.array(joinCodeView) }), ...refusals },
        },
      },
      async (request) => ({
        joinCodes: (await store.listJoinCodes(courseOf(request).id)).map(toJoinCodeView),
      }),
    );

    app.post(
      '/courses/:course/join-codes',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'createJoinCode',
          summary: 'Makes a code with which students come into the course by themselves',
          params: courseParameters,
          body: newCode,
          response: { 201: made, ...refusals },
        },
      },
      async (request, reply) => {
        const { section, mostUses, validHours } = request.body;
        const code = newJoinCode();
        const joinCode = await store.createJoinCode(courseOf(request).id, {
          hash: sha256(code),
          ...(section && { section }),
          ...(mostUses !== undefined && { mostUses }),
          validSeconds: validHours * 3600,
          createdBy: nameOf(request.identity),
        });
        request.auditTarget = `${courseOf(request).slug}/${joinCode.id}`;
        const url = `${linkBase(deps, request)}/join/${code}`;
        return reply.code(201).send({ joinCode: toJoinCodeView(joinCode), code, url });
      },
    );

    app.delete(
      '/courses/:course/join-codes/:id',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'revokeJoinCode',
          summary: 'Ends a code; may be repeated. Who came by it stays',
          params: courseParameters.extend({ id: z.string().max(100) }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await store.revokeJoinCode(courseOf(request).id, request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
