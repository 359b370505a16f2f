import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { personOf } from '../access/personOf.ts';
import { hashPassword } from '../access/passwords.ts';
import { sha256 } from '../access/secrets.ts';
import { checkPassword } from '../access/signIn.ts';
import type { RouteDeps } from '../deps.ts';
import {
  displayName,
  email,
  givenPassword,
  newPassword,
  personView,
  toPersonView,
} from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';

/** A person's own name and password. */
export function accountRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.patch(
      '/account',
      {
        config: { access: 'account:change' },
        schema: {
          operationId: 'changeAccount',
          summary: "Changes the caller's own name or e-mail",
          body: z.strictObject({ name: displayName.optional(), email: email.optional() }),
          response: { 200: z.object({ person: personView }), ...refusals },
        },
      },
      async (request) => {
        const { name, email: mail } = request.body;
        const person = await store.changePerson(personOf(request).id, {
          ...(name !== undefined && { name }),
          ...(mail !== undefined && { email: mail }),
        });
        return { person: toPersonView(person) };
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
