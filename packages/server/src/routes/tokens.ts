import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { tokenPrefix } from '../access/identify.ts';
import { personOf } from '../access/personOf.ts';
import { newSecret, sha256 } from '../access/secrets.ts';
import type { RouteDeps } from '../deps.ts';
import { displayName, scope, tokenView, toTokenView } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';

const newToken = z
  .strictObject({
    name: displayName,
    scopes: z.array(scope).min(1, 'Give at least one scope.'),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'NewApiToken' });

const madeToken = tokenView
  .extend({ token: z.string().describe('Told only now.') })
  .meta({ id: 'MadeApiToken' });

/** A person's own API tokens. */
export function tokenRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/tokens',
      {
        config: { access: 'account:view' },
        schema: {
          operationId: 'listTokens',
          summary: "The caller's own API tokens",
          response: { 200: z.object({ tokens: z.array(tokenView) }), ...refusals },
        },
      },
      async (request) => ({
        tokens: (await store.listTokens(personOf(request).id)).map(toTokenView),
      }),
    );

    app.post(
      '/tokens',
      {
        config: { access: 'account:change' },
        schema: {
          operationId: 'createToken',
          summary: 'Makes an API token, which is told once',
          body: newToken,
          response: { 201: madeToken, ...refusals },
        },
      },
      async (request, reply) => {
        const { name, scopes, expiresAt } = request.body;
        const token = newSecret(tokenPrefix);
        const made = await store.createToken(personOf(request).id, {
          name,
          hash: sha256(token),
          scopes: [...new Set(scopes)],
          ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }),
        });
        request.auditTarget = name;
        return reply.code(201).send({ ...toTokenView(made), token });
      },
    );

    app.delete(
      '/tokens/:id',
      {
        config: { access: 'account:change' },
        schema: {
          operationId: 'removeToken',
          summary: 'Makes an API token worthless; may be repeated',
          params: z.object({ id: z.string() }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await store.removeToken(personOf(request).id, request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
