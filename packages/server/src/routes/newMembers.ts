import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf } from '../access/authorise.ts';
import { hashPassword } from '../access/passwords.ts';
import type { RouteDeps } from '../deps.ts';
import { courseParameters } from '../schemas/course.ts';
import {
  displayName,
  email,
  newLogin,
  newPassword,
  personView,
  role,
  toPersonView,
} from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';
import { membershipBody } from '../schemas/roster.ts';

const newMember = z
  .strictObject({
    login: newLogin,
    name: displayName,
    email: email.optional(),
    password: newPassword
      .optional()
      .describe('To begin with; the person changes it. Without one the person has to be invited.'),
    role,
  })
  .extend(membershipBody.shape)
  .meta({ id: 'NewCoursePerson' });

/** People who have no account yet, put into a course. */
export function newMemberRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/courses/:course/people',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'createCoursePerson',
          summary: 'Makes an account and puts it into the course',
          params: courseParameters,
          body: newMember,
          response: { 201: z.object({ person: personView }), ...refusals },
        },
      },
      async (request, reply) => {
        const { login, name, email: mail, password, role: newRole } = request.body;
        const { section, team, studentNumber } = request.body;
        const account = {
          login,
          name,
          ...(mail !== undefined && { email: mail }),
          isAdministrator: false,
          ...(password !== undefined && { passwordHash: await hashPassword(password) }),
        };
        const membership = {
          ...(section && { section }),
          ...(team && { team }),
          ...(studentNumber && { studentNumber }),
        };
        const course = courseOf(request);
        const person = await store.createMember(course.id, account, newRole, membership);
        request.auditTarget = `${course.slug}/${person.login}`;
        return reply.code(201).send({ person: toPersonView(person) });
      },
    );
  };
}
