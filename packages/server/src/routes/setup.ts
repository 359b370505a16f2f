import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashPassword } from '../access/passwords.ts';
import { csrfTokenOf, sha256 } from '../access/secrets.ts';
import { makeSetupLink } from '../access/setupLink.ts';
import { beginSession } from '../access/signIn.ts';
import type { RouteDeps } from '../deps.ts';
import { displayName, newLogin, newPassword, toPersonView } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';
import { signedIn } from './session.ts';

const setupLink = z
  .object({ url: z.string().describe('Told only now.'), expiresAt: z.iso.datetime() })
  .meta({ id: 'SetupLink' });

const setupToken = z.string().max(200);

const usableLink = z.object({ expiresAt: z.iso.datetime() }).meta({ id: 'UsableSetupLink' });

/** The first account, by a link that only root on the lab server can make. */
export function setupRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store, settings } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/setup/look',
      {
        config: { access: 'session:begin', changesNothing: true },
        schema: {
          operationId: 'lookAtSetupLink',
          summary: 'Whether a one-time link can still be used, and until when',
          body: z.strictObject({ token: setupToken }),
          response: { 200: usableLink, ...refusals },
        },
      },
      async ({ body }) => {
        const { expiresAt } = await store.getSetupLink(sha256(body.token));
        return { expiresAt: expiresAt.toISOString() };
      },
    );

    app.post(
      '/setup',
      {
        config: { access: 'session:begin' },
        schema: {
          operationId: 'setUp',
          summary: "Makes an administrator's account by a one-time link, and signs in",
          body: z.strictObject({
            token: setupToken,
            login: newLogin,
            name: displayName,
            password: newPassword,
          }),
          response: { 201: signedIn, ...refusals },
        },
      },
      async (request, reply) => {
        const { token: link, login, name, password } = request.body;
        const hash = sha256(link);
        // Before the password is hashed, which costs much.
        await store.getSetupLink(hash);
        const passwordHash = await hashPassword(password);
        const administrator = { login, name, passwordHash, isAdministrator: true };
        const person = await store.useSetupLink(hash, administrator);
        request.auditActor = { actor: person.login, personId: person.id, means: 'setup-link' };
        const token = await beginSession(deps, request, reply, person);
        return reply
          .code(201)
          .send({ person: toPersonView(person), csrfToken: csrfTokenOf(token) });
      },
    );

    app.post(
      '/setup-links',
      {
        config: { access: 'people:change' },
        schema: {
          operationId: 'createSetupLink',
          summary:
            "Makes a one-time link to an administrator's account; an older one not used ends",
          response: { 201: setupLink, ...refusals },
        },
      },
      async (request, reply) => {
        const base = settings.publicUrl?.href ?? `http://${request.host}`;
        const { url, expiresAt } = await makeSetupLink(store, base);
        return reply.code(201).send({ url, expiresAt: expiresAt.toISOString() });
      },
    );
  };
}
