import { membershipLimits } from '@labcast/domain';
import { refuseUnlessOpen } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashPassword } from '../access/passwords.ts';
import { csrfTokenOf } from '../access/secrets.ts';
import { beginSession } from '../access/signIn.ts';
import type { RouteDeps } from '../deps.ts';
import { displayName, email, newLogin, newPassword, toPersonView } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';
import { getCode, typedCode } from './join.ts';
import { signedIn } from './session.ts';

const newcomer = z
  .strictObject({
    code: typedCode,
    login: newLogin,
    name: displayName,
    email: email.optional(),
    studentNumber: z.string().trim().min(1).max(membershipLimits.studentNumber).optional(),
    password: newPassword,
  })
  .meta({ id: 'JoiningPerson' });

/** Coming into a course by a code, for who has no account yet. */
export function joinAccountRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/join/account',
      {
        config: { access: 'session:begin' },
        schema: {
          operationId: 'joinWithAccount',
          summary: 'Makes an account by a code, comes into its course as a student, and signs in',
          body: newcomer,
          response: { 201: signedIn, ...refusals },
        },
      },
      async (request, reply) => {
        const { code: typed, password, studentNumber, email: mail, login, name } = request.body;
        const found = await getCode(store, request, typed);
        // Before the password is hashed, which costs much.
        refuseUnlessOpen(found);
        const { course, person } = await store.useJoinCode(found.hash, {
          account: {
            login,
            name,
            ...(mail !== undefined && { email: mail }),
            isAdministrator: false,
            passwordHash: await hashPassword(password),
          },
          ...(studentNumber !== undefined && { studentNumber }),
        });
        request.auditActor = { actor: person.login, personId: person.id, means: 'join-code' };
        request.auditTarget = `${course.slug}/${found.code.id}`;
        const session = await beginSession(deps, request, reply, person);
        return reply
          .code(201)
          .send({ person: toPersonView(person), csrfToken: csrfTokenOf(session) });
      },
    );
  };
}
