import { hostname } from 'node:os';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { csrfTokenOf, sha256 } from '../access/secrets.ts';
import { clearSessionCookie } from '../access/sessionCookie.ts';
import { beginSession, checkPassword } from '../access/signIn.ts';
import type { RouteDeps } from '../deps.ts';
import { givenLogin, givenPassword, personView, toPersonView } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';

const sessionView = z
  .object({
    person: personView.nullable().describe('Null for who is not signed in.'),
    csrfToken: z
      .string()
      .nullable()
      .describe('Header `x-labcast-csrf` of every call by cookie that changes something.'),
    setupNeeded: z.boolean().describe('True until there is an administrator.'),
    serverName: z.string(),
  })
  .meta({ id: 'Session' });

export const signedIn = z
  .object({ person: personView, csrfToken: z.string() })
  .meta({ id: 'SignedIn' });

/** Signing in and out. */
export function sessionRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store, settings } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/session',
      {
        config: { access: 'session:view' },
        schema: {
          operationId: 'getSession',
          summary: 'Who is signed in',
          response: { 200: sessionView, ...refusals },
        },
      },
      async ({ identity }) => ({
        person: identity?.person ? toPersonView(identity.person) : null,
        csrfToken: identity?.sessionToken === undefined ? null : csrfTokenOf(identity.sessionToken),
        setupNeeded: !(await store.hasAdministrator()),
        serverName: settings.publicUrl?.hostname ?? hostname(),
      }),
    );

    app.post(
      '/session',
      {
        config: { access: 'session:begin' },
        schema: {
          operationId: 'signIn',
          summary: 'Signs in: sets the cookie `labcast_session`',
          body: z.strictObject({ login: givenLogin, password: givenPassword }),
          response: { 200: signedIn, ...refusals },
        },
      },
      async (request, reply) => {
        const person = await checkPassword(store, request, request.body);
        request.auditActor = { actor: person.login, personId: person.id, means: 'sign-in' };
        const token = await beginSession(deps, request, reply, person);
        return { person: toPersonView(person), csrfToken: csrfTokenOf(token) };
      },
    );

    app.delete(
      '/session',
      {
        config: { access: 'session:end' },
        schema: { operationId: 'signOut', summary: 'Signs out', response: { 204: z.null() } },
      },
      async (request, reply) => {
        const token = request.identity?.sessionToken;
        if (token !== undefined) await store.endSession(sha256(token));
        clearSessionCookie(request, reply, settings);
        return reply.code(204).send(null);
      },
    );
  };
}
