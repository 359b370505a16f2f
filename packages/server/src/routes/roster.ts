import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf } from '../access/authorise.ts';
import type { RouteDeps } from '../deps.ts';
import { courseParameters } from '../schemas/course.ts';
import { personParameters, role } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';
import { memberView, membershipBody, toChange, toMemberView } from '../schemas/roster.ts';
import { getPerson } from './people.ts';

const memberParameters = courseParameters.extend(personParameters.shape);

const members = z
  .object({
    people: z.array(memberView),
  })
  .meta({ id: 'CoursePeople' });

/** Who is in a course, and as what. */
export function rosterRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/courses/:course/people',
      {
        config: { access: 'roster:view' },
        schema: {
          operationId: 'listCoursePeople',
          summary: 'Who is in a course',
          params: courseParameters,
          response: { 200: members, ...refusals },
        },
      },
      async (request) => {
        const now = new Date();
        const mayInviteAll = request.identity?.caller.isAdministrator === true;
        const found = await store.listMembers(courseOf(request).id);
        return { people: found.map((member) => toMemberView(member, { now, mayInviteAll })) };
      },
    );

    app.put(
      '/courses/:course/people/:person',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'setCoursePerson',
          summary:
            'Puts somebody, given by id or login, into a course, or changes what is known of them there',
          params: memberParameters,
          body: membershipBody.extend({ role }).strict().meta({ id: 'CoursePersonChange' }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const person = await getPerson(store, request.params.person);
        const { role: newRole, ...change } = request.body;
        await store.setMember(courseOf(request).id, person.id, newRole, toChange(change));
        return reply.code(204).send(null);
      },
    );

    app.delete(
      '/courses/:course/people/:person',
      {
        config: { access: 'roster:change' },
        schema: {
          operationId: 'removeCoursePerson',
          summary: 'Takes somebody out of a course; may be repeated',
          params: memberParameters,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const person = await store.findPerson(request.params.person);
        if (person) await store.removeMember(courseOf(request).id, person.id);
        return reply.code(204).send(null);
      },
    );
  };
}
