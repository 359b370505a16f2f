import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf } from '../access/authorise.ts';
import { hashPassword } from '../access/passwords.ts';
import { csrfTokenOf, sha256 } from '../access/secrets.ts';
import { beginSession } from '../access/signIn.ts';
import type { RouteDeps } from '../deps.ts';
import { courseParameters } from '../schemas/course.ts';
import { newPassword, personParameters, toPersonView } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';
import { courseName } from '../schemas/roster.ts';
import { whyNot } from './invitations.ts';
import { getPerson } from './people.ts';
import { signedIn } from './session.ts';

const token = z.string().max(200);

/** How an invitation ends: by use or by its maker. Its secret never stands in an address of the API. */
export function acceptInvitationRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.delete(
      '/courses/:course/invitations/:person',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'removeInvitation',
          summary: 'Ends the link of somebody whom the course invited; may be repeated',
          params: courseParameters.extend(personParameters.shape),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { id } = await getPerson(store, request.params.person);
        const members = await store.listMembers(courseOf(request).id);
        const mayAll = request.identity?.caller.isAdministrator === true;
        const member = members.find(({ person }) => person.id === id);
        if (member && whyNot(member, mayAll) === undefined) await store.removeInvitation(id);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/invitations/look',
      {
        config: { access: 'session:begin', changesNothing: true },
        schema: {
          operationId: 'lookAtInvitation',
          summary: 'Whom a link invites, and into which courses',
          body: z.strictObject({ token }),
          response: {
            200: z
              .object({
                name: z.string(),
                login: z.string(),
                courses: z.array(courseName),
              })
              .meta({ id: 'Invitation' }),
            ...refusals,
          },
        },
      },
      async ({ body }) => {
        const { person, courses } = await store.getInvited(sha256(body.token));
        return {
          name: person.name,
          login: person.login,
          courses: courses.map(({ slug, name }) => ({ slug, name })),
        };
      },
    );

    app.post(
      '/invitations/accept',
      {
        config: { access: 'session:begin' },
        schema: {
          operationId: 'acceptInvitation',
          summary: 'Sets the first password by a link, and signs in',
          body: z.strictObject({ token, password: newPassword }),
          response: { 201: signedIn, ...refusals },
        },
      },
      async (request, reply) => {
        const hash = sha256(request.body.token);
        // Before the password is hashed, which costs much.
        await store.getInvited(hash);
        const person = await store.useInvitation(hash, await hashPassword(request.body.password));
        request.auditActor = { actor: person.login, personId: person.id, means: 'invitation' };
        const session = await beginSession(deps, request, reply, person);
        return reply
          .code(201)
          .send({ person: toPersonView(person), csrfToken: csrfTokenOf(session) });
      },
    );
  };
}
