import { LabcastError } from '@labcast/domain';
import type { Person } from '@labcast/store';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { tokenPrefix } from '../access/identify.ts';
import { hashPassword } from '../access/passwords.ts';
import { newSecret, sha256 } from '../access/secrets.ts';
import { checkPassword } from '../access/signIn.ts';
import type { RouteDeps } from '../deps.ts';
import {
  displayName,
  givenPassword,
  newPassword,
  scope,
  tokenView,
  toTokenView,
} from '../schemas/person.ts';
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

/** A person's own password and tokens. */
export function accountRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
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

    app.put(
      '/password',
      {
        config: { access: 'account:change' },
        schema: {
          operationId: 'changePassword',
          summary: "Changes the caller's password and ends all other sessions",
          body: z.strictObject({ present: givenPassword, password: newPassword }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { id, login } = personOf(request);
        await checkPassword(store, request, { login, password: request.body.present });
        const passwordHash = await hashPassword(request.body.password);
        const session = request.identity?.sessionToken;
        await store.changePerson(id, { passwordHash }, session && sha256(session));
        return reply.code(204).send(null);
      },
    );
  };
}

function personOf({ identity }: FastifyRequest): Person {
  if (identity?.person) return identity.person;
  throw new LabcastError('not-permitted', "The server's administrator token is nobody's account.", {
    remedy: 'Sign in with an account.',
  });
}
